package dev.safar.dispatch.policy;

import dev.safar.dispatch.provider.Answer;
import java.time.Duration;

/**
 * How often and how long a message is tried. Answers about the message are counted and end in a failure; an outage of the
 * provider is no fault of the message and holds it, until it is too late for other reasons. The waits follow from the
 * counts alone.
 */
public final class RetryPolicy {

    private final Settings settings;

    /**
     * The bounds.
     *
     * @param maxTries answers to try later after which it fails
     * @param maxUnknowns attempts without a known outcome after which it fails: each may have reached the customer
     * @param first wait after the first try; doubles from there
     * @param longest wait between two tries; also the bound to what a provider may ask for
     */
    public record Settings(int maxTries, int maxUnknowns, Duration first, Duration longest) {}

    public RetryPolicy(Settings settings) {
        this.settings = settings;
    }

    public Next after(Answer answer, Tally before) {
        return answer.accept(new Answer.Visitor<>() {
            @Override
            public Next visit(Answer.Accepted accepted) {
                return new Next.Sent(accepted.providerId());
            }

            @Override
            public Next visit(Answer.Kept kept) {
                return new Next.Kept(kept.shelved());
            }

            @Override
            public Next visit(Answer.Refused refused) {
                return new Next.Failed(refused.reason());
            }

            @Override
            public Next visit(Answer.TryAgain tryAgain) {
                Tally tally = before.tryAgain();
                return tally.tries() >= settings.maxTries()
                        ? new Next.Failed(tryAgain.reason())
                        : new Next.Again(atLeast(tryAgain.after(), backoff(tally.tries())), tally, true);
            }

            @Override
            public Next visit(Answer.Deferred deferred) {
                return visit(new Answer.TryAgain(deferred.reason(), Duration.ZERO));
            }

            @Override
            public Next visit(Answer.Unreachable unreachable) {
                Tally tally = before.outage();
                return new Next.Again(backoff(tally.outages()), tally, true);
            }

            @Override
            public Next visit(Answer.Unknown unknown) {
                Tally tally = before.unknown();
                return exhausted(tally)
                        ? new Next.Failed(unknown.reason())
                        : new Next.Again(backoff(tally.unknowns()), tally, false);
            }
        });
    }

    /** The same for an answer that is waited for: what can't be tried again in the time left has failed now. */
    public Next after(Answer answer, Tally before, Duration left) {
        Next next = after(answer, before);
        return next instanceof Next.Again again && again.delay().compareTo(left) >= 0
                ? new Next.Failed(answer.reason())
                : next;
    }

    /** Whether one more attempt without a known outcome would be one too many. */
    public boolean exhausted(Tally tally) {
        return tally.unknowns() >= settings.maxUnknowns();
    }

    private Duration atLeast(Duration asked, Duration planned) {
        Duration wait = asked.compareTo(planned) > 0 ? asked : planned;
        return wait.compareTo(settings.longest()) > 0 ? settings.longest() : wait;
    }

    private Duration backoff(int count) {
        Duration wait = settings.first();
        for (int i = 1; i < count && wait.compareTo(settings.longest()) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(settings.longest()) > 0 ? settings.longest() : wait;
    }
}
