package dev.safar.dispatch.app;

import dev.safar.dispatch.provider.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpRepliesTest {

    @Test
    void tellsAFullMailboxFromAServerInTrouble() {
        assertThat(SmtpReplies.judge(450, "450 mailbox busy")).isEqualTo(new Answer.Deferred("smtp 450"));
        assertThat(SmtpReplies.judge(452, "452 4.2.2 mailbox full")).isEqualTo(new Answer.Deferred("smtp 452"));
        assertThat(SmtpReplies.judge(451, "451 4.7.1 greylisted")).isEqualTo(new Answer.Deferred("smtp 451"));
        assertThat(SmtpReplies.judge(452, "452 4.3.1 no space on the server"))
                .isEqualTo(new Answer.TryAgain("smtp 452", Duration.ZERO));
        assertThat(SmtpReplies.judge(451, "451 local error")).isEqualTo(new Answer.TryAgain("smtp 451", Duration.ZERO));
        assertThat(SmtpReplies.judge(421, null)).isEqualTo(new Answer.Unreachable("smtp 421"));
        assertThat(SmtpReplies.judge(550, "550 nobody here")).isEqualTo(new Answer.Refused("smtp 550"));
    }
}
