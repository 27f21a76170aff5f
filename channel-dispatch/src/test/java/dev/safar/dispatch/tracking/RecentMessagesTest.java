package dev.safar.dispatch.tracking;

import dev.safar.dispatch.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentMessagesTest {

    @Test
    void knowsTheNewestOnly() {
        // given
        RecentMessages recent = new RecentMessages(2);
        List.of("1", "2", "3").forEach(id -> recent.add(id, MessageRef.of(Messages.email("m" + id))));

        // then
        assertThat(recent.find("1")).isEmpty();
        assertThat(recent.find("2")).contains(MessageRef.of(Messages.email("m2")));
        assertThat(recent.find("3")).contains(MessageRef.of(Messages.email("m3")));
    }
}
