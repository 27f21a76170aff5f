package dev.safar.dispatch.policy;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.Messages;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static dev.safar.dispatch.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

class SendPolicyTest {

    private final SendPolicy policy = new SendPolicy(Duration.ofDays(2));

    @Test
    void sendsUntilTheLastMomentAndNotAfterIt() {
        // given
        MessageCommand message = Messages.message("m", "ada", "sms", "+1", NOON.plusSeconds(60));

        // then
        assertThat(policy.reasonToDrop(message, false, NOON.plusSeconds(60))).isEmpty();
        assertThat(policy.reasonToDrop(message, false, NOON.plusSeconds(61))).isEqualTo(Optional.of("too-late"));
    }

    @Test
    void dropsWhatIsRetractedWhateverTheTime() {
        assertThat(policy.reasonToDrop(Messages.email("m"), true, NOON)).isEqualTo(Optional.of("retracted"));
    }

    @Test
    void dropsWhatAnOutageHasHeldForTooLong() {
        assertThat(policy.reasonToDrop(Messages.email("m"), false, NOON.plus(Duration.ofDays(2))))
                .isEmpty();
        assertThat(policy.reasonToDrop(Messages.email("m"), false, NOON.plus(Duration.ofHours(49))))
                .isEqualTo(Optional.of("too-old"));
    }
}
