package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.check.Outages.Outage;
import dev.safar.standalone.chaos.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Strikes, and notes what is needed to judge what comes of it. Senders are killed when their providers are slow. */
record Striker(Scene scene, InstantSource clock) {

    private static final Duration AFTERMATH = Duration.ofSeconds(20);
    private static final Duration CALLS_PATIENCE = Duration.ofSeconds(30);
    private static final int CALLS = 4;
    private static final int LOOK_MILLIS = 20;

    Struck strike(Fault fault) throws InterruptedException {
        return switch (fault.reach()) {
            case NONE -> strikeOutsideSending(fault);
            case SENDING -> {
                Instant from = clock.instant();
                boolean felt = fault.strike().on(scene.cluster(), () -> {});
                scene.outages()
                        .add(new Outage(fault.what(), from, clock.instant().plus(AFTERMATH)));
                yield new Struck(fault.what(), felt);
            }
            case CALLS_OF_A_SENDER -> strikeASender(fault);
        };
    }

    private Struck strikeOutsideSending(Fault fault) throws InterruptedException {
        Set<Integer> partitions =
                fault.engine().map(scene.watch()::partitionsOf).orElse(Set.of());
        boolean felt = fault.strike().on(scene.cluster(), () -> fault.engine()
                .ifPresent(engine -> scene.watch().mark(fault.what(), partitions)));
        return new Struck(fault.what(), felt);
    }

    private Struck strikeASender(Fault fault) throws InterruptedException {
        scene.providers().answers().slowDown(fault.what().hashCode());
        try {
            awaitCalls();
            UnderWay underWay = new UnderWay();
            Instant from = clock.instant();
            boolean felt = fault.strike()
                    .on(scene.cluster(), () -> underWay.look(scene.providers().answers(), clock.instant()));
            Instant until = clock.instant().plus(AFTERMATH);
            scene.outages().add(new Outage(fault.what(), from, until, OptionalInt.of(underWay.emails)));
            return new Struck(
                    fault.what() + " with " + underWay.emails + " e-mails and " + underWay.sms + " SMS under way",
                    felt);
        } finally {
            scene.providers().answers().speedUp();
        }
    }

    /** What providers had taken and not answered at one moment. */
    private static final class UnderWay {

        private int emails;
        private int sms;

        void look(Providers.Answers answers, Instant at) {
            emails = answers.email().underWay(at);
            sms = answers.sms().underWay(at);
        }
    }

    private void awaitCalls() throws InterruptedException {
        Instant deadline = clock.instant().plus(CALLS_PATIENCE);
        while (clock.instant().isBefore(deadline) && !manyCalls(clock.instant())) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private boolean manyCalls(Instant now) {
        return scene.providers().answers().email().underWay(now) >= CALLS
                && scene.providers().answers().sms().underWay(now) > 0;
    }
}
