package dev.safar.dispatch.policy;

import dev.safar.dispatch.provider.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private final RetryPolicy policy =
            new RetryPolicy(new RetryPolicy.Settings(4, 2, Duration.ofSeconds(1), Duration.ofSeconds(3)));

    @Test
    void waitsTwiceAsLongEachTimeAndGivesUpAfterTheLastTry() {
        assertThat(follow(new Answer.TryAgain("429", Duration.ZERO), 10))
                .containsExactly("again 1s", "again 2s", "again 3s", "failed 429");
        assertThat(follow(new Answer.Deferred("smtp 452"), 10))
                .containsExactly("again 1s", "again 2s", "again 3s", "failed smtp 452");
    }

    @Test
    void neverGivesUpOnAMessageBecauseOfAnOutage() {
        assertThat(follow(new Answer.Unreachable("down"), 6))
                .containsExactly("again 1s", "again 2s", "again 3s", "again 3s", "again 3s", "again 3s");
    }

    @Test
    void repeatsAnAttemptOfUnknownOutcomeOnlySoOften() {
        assertThat(follow(new Answer.Unknown("no-answer"), 10)).containsExactly("again? 1s", "failed no-answer");
    }

    @Test
    void waitsAsLongAsTheProviderAsksWithinBounds() {
        assertThat(Stream.of(2, 600)
                        .map(seconds ->
                                policy.after(new Answer.TryAgain("429", Duration.ofSeconds(seconds)), Tally.NONE))
                        .map(RetryPolicyTest::show))
                .containsExactly("again 2s", "again 3s");
    }

    @Test
    void endsWithAnAcceptedOrRefusedMessage() {
        assertThat(List.of(
                        policy.after(new Answer.Accepted("SM1"), Tally.NONE),
                        policy.after(new Answer.Refused("bad-number"), Tally.NONE)))
                .containsExactly(new Next.Sent("SM1"), new Next.Failed("bad-number"));
    }

    @Test
    void startsWithShortWaitsAgainWhenAnOutageIsOver() {
        // given
        Tally afterOutage = new Tally(0, 0, 7);

        // when
        Next.Again answered = (Next.Again) policy.after(new Answer.TryAgain("500", Duration.ZERO), afterOutage);

        // then
        assertThat(answered).isEqualTo(new Next.Again(Duration.ofSeconds(1), new Tally(1, 0, 0), true));
    }

    private List<String> follow(Answer answer, int times) {
        List<String> followed = new ArrayList<>();
        Tally tally = Tally.NONE;
        for (int i = 0; i < times; i++) {
            Next next = policy.after(answer, tally);
            followed.add(show(next));
            if (!(next instanceof Next.Again again)) {
                return followed;
            }
            tally = again.tally();
        }
        return followed;
    }

    private static String show(Next next) {
        if (next instanceof Next.Again again) {
            return (again.certain() ? "again " : "again? ") + again.delay().toSeconds() + "s";
        }
        return next instanceof Next.Failed failed ? "failed " + failed.reason() : "sent";
    }
}
