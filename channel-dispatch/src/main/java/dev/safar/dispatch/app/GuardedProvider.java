package dev.safar.dispatch.app;

import dev.safar.dispatch.provider.Answer;
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.Envelope;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * A provider behind a circuit breaker: after too many failed calls it counts as not available for a while. Only failures of
 * the provider count, not its refusals of single messages.
 */
final class GuardedProvider<C extends Content> implements ChannelProvider<C> {

    /** Why nothing was asked while the provider is left alone. */
    static final String OPEN = "circuit-open";

    private final ChannelProvider<C> provider;
    private final TypedGuard<Answer> guard;
    private final long delayNanos;
    private volatile boolean open;
    private volatile long openUntil;

    GuardedProvider(ChannelProvider<C> provider, DispatchConfig.Circuit settings) {
        this.provider = provider;
        this.delayNanos = settings.delay().toNanos();
        this.guard = TypedGuard.create(Answer.class)
                .withCircuitBreaker()
                .failOn(ProviderFailure.class)
                .requestVolumeThreshold(settings.calls())
                .failureRatio(settings.failureRatio())
                .delay(Duration.ofNanos(delayNanos).toMillis(), ChronoUnit.MILLIS)
                .onStateChange(this::changed)
                .done()
                .build();
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public Answer send(Envelope envelope, C content) {
        try {
            return guard.call(() -> failing(provider.send(envelope, content)));
        } catch (ProviderFailure e) {
            return e.answer;
        } catch (CircuitBreakerOpenException e) {
            return new Answer.Unreachable(OPEN);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a provider does not throw", e);
        }
    }

    /** Past the delay one call has to find out. */
    @Override
    public boolean available() {
        return !open || System.nanoTime() - openUntil >= 0;
    }

    boolean circuitOpen() {
        return open;
    }

    private void changed(CircuitBreakerState state) {
        if (state == CircuitBreakerState.OPEN) {
            openUntil = System.nanoTime() + delayNanos;
        }
        open = state == CircuitBreakerState.OPEN;
    }

    private static Answer failing(Answer answer) throws ProviderFailure {
        boolean failed = answer.accept(new Answer.Visitor<>() {
            @Override
            public Boolean visit(Answer.Accepted accepted) {
                return false;
            }

            @Override
            public Boolean visit(Answer.Kept kept) {
                return false;
            }

            @Override
            public Boolean visit(Answer.Refused refused) {
                return false;
            }

            @Override
            public Boolean visit(Answer.TryAgain tryAgain) {
                return true;
            }

            @Override
            public Boolean visit(Answer.Deferred deferred) {
                return false;
            }

            @Override
            public Boolean visit(Answer.Unreachable unreachable) {
                return true;
            }

            @Override
            public Boolean visit(Answer.Unknown unknown) {
                return true;
            }
        });
        if (failed) {
            throw new ProviderFailure(answer);
        }
        return answer;
    }

    private static final class ProviderFailure extends Exception {
        private final transient Answer answer;

        ProviderFailure(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}
