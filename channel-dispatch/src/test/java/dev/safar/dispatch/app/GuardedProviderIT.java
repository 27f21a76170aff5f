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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GuardedProviderIT {

    private static final Envelope ENVELOPE =
            new Envelope(MessageRef.of(Messages.email("m1")), "from", "to", Messages.NOON, Optional.empty());
    private static final Answer DOWN = new Answer.Unreachable("down");
    private static final Answer REFUSED = new Answer.Refused("bad-number");

    private final List<Answer> given = new ArrayList<>();

    @Test
    void leavesAProviderAloneThatKeepsFailing() {
        // given
        GuardedProvider<Content.Sms> guarded = guarded(DOWN);

        // when
        List<Answer> answers = send(guarded, 4);

        // then
        assertThat(answers)
                .containsExactly(
                        DOWN, DOWN, new Answer.Unreachable("circuit-open"), new Answer.Unreachable("circuit-open"));
        assertThat(given).hasSize(2);
        assertThat(guarded.available()).isFalse();
        assertThat(guarded.circuitOpen()).isTrue();
    }

    @Test
    void doesNotBlameAProviderForRefusingBadMessages() {
        // given
        GuardedProvider<Content.Sms> guarded = guarded(REFUSED);

        // when
        List<Answer> answers = send(guarded, 4);

        // then
        assertThat(answers).containsExactly(REFUSED, REFUSED, REFUSED, REFUSED);
        assertThat(guarded.available()).isTrue();
        assertThat(guarded.circuitOpen()).isFalse();
    }

    @Test
    void doesNotBlameAProviderForFullMailboxes() {
        // given
        Answer full = new Answer.Deferred("smtp 452");
        GuardedProvider<Content.Sms> guarded = guarded(full);

        // when
        List<Answer> answers = send(guarded, 4);

        // then
        assertThat(answers).containsExactly(full, full, full, full);
        assertThat(guarded.available()).isTrue();
    }

    private static List<Answer> send(GuardedProvider<Content.Sms> guarded, int times) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(guarded.send(ENVELOPE, new Content.Sms("hello")));
        }
        return answers;
    }

    private GuardedProvider<Content.Sms> guarded(Answer answer) {
        ChannelProvider<Content.Sms> provider = new ChannelProvider<>() {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public Answer send(Envelope envelope, Content.Sms content) {
                given.add(answer);
                return answer;
            }
        };
        return new GuardedProvider<>(provider, new DispatchConfig.Circuit() {
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
                return Duration.ofHours(1);
            }
        });
    }
}
