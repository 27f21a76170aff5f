package dev.safar.engine.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Instances come and go; what they work on moves from one to the other. */
class ScalingIT {

    private static final int MANY = 300;
    private static final Membership.Timeouts SHORT =
            new Membership.Timeouts(Duration.ofSeconds(6), Duration.ofSeconds(10));
    private static final Membership.Timeouts LONG =
            new Membership.Timeouts(Duration.ofMinutes(5), Duration.ofSeconds(10));

    @TempDir
    Path directory;

    private Cluster cluster;

    @BeforeEach
    void start() {
        cluster = new Cluster(directory, 3);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void fromOneInstanceToThreeAndBackNothingIsLostOrRepeated() {
        // given
        List<String> carts = new ArrayList<>();
        cluster.start("one", Membership::leavingOnStop);
        cluster.awaitReady();
        carts.addAll(cluster.fillCarts("alone-", 40));

        // when
        cluster.start("two", Membership::leavingOnStop);
        cluster.start("three", Membership::leavingOnStop);
        carts.addAll(cluster.fillCarts("while-they-come-", 40));
        cluster.awaitReady();
        carts.addAll(cluster.fillCarts("among-three-", 40));
        List<String> buyers = List.of("alone-0", "alone-1", "while-they-come-0", "among-three-0");
        buyers.forEach(customer -> cluster.shop.track(customer, "Order Completed", Map.of("order_id", customer)));
        cluster.stop("two");
        carts.addAll(cluster.fillCarts("while-they-go-", 40));
        cluster.stop("three");
        cluster.awaitReady();

        // then
        await().atMost(Cluster.PATIENCE).untilAsserted(() -> assertThat(List.of(cluster.customers(), cluster.waiting()))
                .containsExactly((long) carts.size(), (long) carts.size() - buyers.size()));
        cluster.clock.set(Cluster.T0.plus(Duration.ofHours(1)));
        cluster.awaitSettled();
        carts.removeAll(buyers);
        await().atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(cluster.reminded()).containsExactlyInAnyOrderElementsOf(carts));
    }

    @Test
    void anInstanceThatIsTakenAwayHandsItsTasksOverAtOnce() {
        // given
        UnaryOperator<Membership> leaving = of -> of.withTimeouts(LONG).leavingOnStop();
        cluster.start("stays", leaving);
        cluster.start("goes", leaving);
        cluster.awaitReady();
        cluster.fillCarts("customer-", 20);
        await().atMost(Cluster.PATIENCE).until(() -> cluster.waiting() == 20);

        // when
        cluster.stop("goes");

        // then
        await().atMost(Cluster.PATIENCE).until(() -> cluster.customers() == 20 && cluster.waiting() == 20);
    }

    @Test
    void whoTakesOverWithoutStandbysReadsTheWholeState() {
        // when
        double restored = restoredAfterALoss(0);

        // then
        assertThat(restored).isGreaterThan(MANY / 3.0);
    }

    @Test
    void aStandbyThatTakesOverReadsNoMoreThanTheTail() {
        // when
        double restored = restoredAfterALoss(1);

        // then
        assertThat(restored).isLessThan(MANY / 10.0);
    }

    /** How many records the instance reads that stays, until it has all customers. */
    private double restoredAfterALoss(int standbys) {
        UnaryOperator<Membership> membership = of -> of.withTimeouts(SHORT).withStandbys(standbys);
        cluster.start("stays", membership);
        cluster.start("is-lost", membership);
        cluster.awaitReady();
        cluster.fillCarts("customer-", MANY);
        await().atMost(Cluster.PATIENCE).until(() -> cluster.waiting() == MANY);
        long held = MANY - cluster.customersOf("stays");
        await().atMost(Cluster.PATIENCE)
                .until(() -> standbys == 0 || cluster.count("stays", "safar.standby.records") > held);
        double before = cluster.count("stays", "safar.restored.records");
        cluster.stop("is-lost");
        await().atMost(Cluster.PATIENCE).until(() -> cluster.waiting() == MANY && cluster.customers() == MANY);
        return cluster.count("stays", "safar.restored.records") - before;
    }
}
