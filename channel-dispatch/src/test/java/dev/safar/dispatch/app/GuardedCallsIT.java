package dev.safar.dispatch.app;

import dev.safar.dispatch.Messages;
import dev.safar.dispatch.provider.Answer;
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.Envelope;
import dev.safar.dispatch.tracking.MessageRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GuardedCallsIT {

    private static final Answer DOWN = new Answer.TryAgain("http 503", Duration.ZERO);
    private static final Answer DONE = new Answer.Accepted("");

    @Test
    void leavesAHostAloneThatKeepsFailingAndNoOther() {
        // given
        GuardedCalls calls = new GuardedCalls(new OneHostIsDown(), new Settings());

        // when
        List<Answer> answers = Stream.of("a", "a", "a", "b", "a:8080")
                .map(host -> calls.send(to("https://" + host + "/hook"), new Content.Call(Map.of())))
                .toList();

        // then
        assertThat(answers).containsExactly(DOWN, DOWN, new Answer.Refused("circuit-open"), DONE, DONE);
        assertThat(calls.open()).isEqualTo(1);
    }

    private static Envelope to(String url) {
        return new Envelope(MessageRef.of(Messages.call("m1", null)), "", url, Messages.NOON, Optional.empty());
    }

    private static final class OneHostIsDown implements ChannelProvider<Content.Call> {

        @Override
        public String name() {
            return "calls";
        }

        @Override
        public Answer send(Envelope envelope, Content.Call content) {
            return envelope.to().equals("https://a/hook") ? DOWN : DONE;
        }
    }

    private static final class Settings implements DispatchConfig.Circuit {

        @Override
        public int calls() {
            return 2;
        }

        @Override
        public double failureRatio() {
            return 0.5;
        }

        @Override
        public Duration delay() {
            return Duration.ofMinutes(1);
        }
    }
}
