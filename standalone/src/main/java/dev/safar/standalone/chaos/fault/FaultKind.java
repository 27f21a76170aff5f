package dev.safar.standalone.chaos.fault;

import dev.safar.standalone.chaos.process.Cluster;
import dev.safar.standalone.chaos.process.ManagedProcess;
import dev.safar.standalone.chaos.process.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What can be broken, each with its own way of choosing where and for how long. */
public enum FaultKind {
    KILL_ENGINE {
        @Override
        Fault draw(Targets targets, Random random) {
            String engine = targets.engine(random);
            long down = between(random, 200, 2_500);
            return Fault.ofEngine(engine, "kill -9", (cluster, broken) -> killed(broken, cluster.engine(engine), down));
        }
    },
    KILL_DISPATCHER {
        @Override
        Fault draw(Targets targets, Random random) {
            int number = random.nextInt(targets.dispatchers());
            long down = between(random, 100, 2_500);
            return Fault.ofSender(
                    "kill -9 dispatch-" + (number + 1),
                    (cluster, broken) -> killed(broken, cluster.dispatchers().get(number), down));
        }
    },
    STOP_ENGINE {
        @Override
        Fault draw(Targets targets, Random random) {
            String engine = targets.engine(random);
            return Fault.ofEngine(engine, "stop", (cluster, broken) -> restarted(broken, cluster.engine(engine)));
        }
    },
    KILL_BROKER {
        @Override
        Fault draw(Targets targets, Random random) {
            int number = random.nextInt(targets.brokers());
            long down = between(random, 200, 2_000);
            return Fault.ofSending(
                    "kill -9 broker-" + (number + 1),
                    (cluster, broken) -> killed(broken, cluster.brokers().get(number), down));
        }
    },
    LEAVE_TRANSACTION_OPEN {
        @Override
        Fault draw(Targets targets, Random random) {
            Duration timeout = Duration.ofMillis(between(random, 2_000, 6_000));
            long seed = random.nextLong();
            return Fault.of(
                    "a transaction left open for " + seconds(timeout.toMillis()),
                    (cluster, broken) -> new OpenTransaction(cluster.bootstrapServers(), seed).leave(timeout));
        }
    },
    PAUSE_ENGINE {
        @Override
        Fault draw(Targets targets, Random random) {
            String engine = targets.engine(random);
            long pause = targets.beyondEngineSession(random);
            return Fault.ofEngine(
                    engine,
                    "SIGSTOP for " + seconds(pause),
                    (cluster, broken) -> paused(broken, cluster.engine(engine), pause));
        }
    },
    KILL_INGEST {
        @Override
        Fault draw(Targets targets, Random random) {
            long down = between(random, 100, 2_000);
            return Fault.of("kill -9 ingest", (cluster, broken) -> killed(broken, cluster.ingest(), down));
        }
    },
    FREEZE_ENGINE_LINK {
        @Override
        Fault draw(Targets targets, Random random) {
            long frozen = random.nextBoolean() ? between(random, 1_000, 5_000) : targets.beyondEngineSession(random);
            return Fault.ofEngine(
                    Targets.LINKED_ENGINE,
                    "link frozen for " + seconds(frozen),
                    (cluster, broken) -> frozen(broken, cluster, Targets.LINKED_ENGINE, frozen));
        }
    },
    STOP_DISPATCHER {
        @Override
        Fault draw(Targets targets, Random random) {
            int number = random.nextInt(targets.dispatchers());
            return Fault.of(
                    "stop dispatch-" + (number + 1),
                    (cluster, broken) -> restarted(broken, cluster.dispatchers().get(number)));
        }
    },
    FILL_DISK {
        @Override
        Fault draw(Targets targets, Random random) {
            String engine = targets.engine(random);
            long full = between(random, 1_000, 4_000);
            return Fault.ofEngine(
                    engine,
                    "disk full for " + seconds(full) + " under",
                    (cluster, broken) -> FullDisk.under(broken, cluster.engine(engine), full));
        }
    },
    PAUSE_DISPATCHER {
        @Override
        Fault draw(Targets targets, Random random) {
            int number = random.nextInt(targets.dispatchers());
            long pause = targets.beyondDispatcherSession(random);
            return Fault.ofSending(
                    "SIGSTOP for " + seconds(pause) + " dispatch-" + (number + 1),
                    (cluster, broken) -> paused(broken, cluster.dispatchers().get(number), pause));
        }
    },
    STOP_BROKER {
        @Override
        Fault draw(Targets targets, Random random) {
            int number = random.nextInt(targets.brokers());
            return Fault.ofSending(
                    "restart broker-" + (number + 1),
                    (cluster, broken) -> restarted(broken, cluster.brokers().get(number)));
        }
    },
    SCALE_ENGINES {
        @Override
        Fault draw(Targets targets, Random random) {
            long between = between(random, 3_000, 6_000);
            return Fault.of("engines " + targets.scaling(), (cluster, broken) -> targets.scale(cluster, between));
        }
    },
    FREEZE_DISPATCHER_LINK {
        @Override
        Fault draw(Targets targets, Random random) {
            long frozen =
                    random.nextBoolean() ? between(random, 1_000, 5_000) : targets.beyondDispatcherSession(random);
            return Fault.ofSending(
                    "link frozen for " + seconds(frozen) + " " + Targets.LINKED_DISPATCHER,
                    (cluster, broken) -> frozen(broken, cluster, Targets.LINKED_DISPATCHER, frozen));
        }
    },
    KILL_ENGINE_AGAIN_AND_AGAIN {
        @Override
        Fault draw(Targets targets, Random random) {
            String engine = targets.engine(random);
            List<Long> lives = List.of(between(random, 500, 3_000), between(random, 2_000, 5_000));
            return Fault.ofEngine(engine, "kill -9 three times", (cluster, broken) -> {
                for (long life : lives) {
                    killed(() -> {}, cluster.engine(engine), 0);
                    TimeUnit.MILLISECONDS.sleep(life);
                }
                return killed(broken, cluster.engine(engine), 0);
            });
        }
    },
    PAUSE_INGEST {
        @Override
        Fault draw(Targets targets, Random random) {
            long pause = between(random, 2_000, 6_000);
            return Fault.of(
                    "SIGSTOP for " + seconds(pause) + " ingest",
                    (cluster, broken) -> paused(broken, cluster.ingest(), pause));
        }
    };

    abstract Fault draw(Targets targets, Random random);

    private static boolean killed(Runnable broken, ManagedProcess process, long down) throws InterruptedException {
        process.kill();
        broken.run();
        TimeUnit.MILLISECONDS.sleep(down);
        process.start();
        return true;
    }

    private static boolean restarted(Runnable broken, ManagedProcess process) {
        process.stop();
        broken.run();
        process.start();
        return true;
    }

    private static boolean paused(Runnable broken, Service service, long millis) throws InterruptedException {
        service.pause();
        broken.run();
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            service.resume();
        }
        return true;
    }

    private static boolean frozen(Runnable broken, Cluster cluster, String service, long millis)
            throws InterruptedException {
        cluster.link(service).orElseThrow().freeze();
        broken.run();
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            cluster.link(service).orElseThrow().thaw();
        }
        return true;
    }

    private static long between(Random random, int from, int to) {
        return from + (long) random.nextInt(to - from);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
