package dev.safar.benchmarks.load;

import dev.safar.benchmarks.load.Load.Leg;
import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShopTrafficTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T09:30:00Z");
    private static final int CUSTOMERS = 1_000;
    private static final int EVENTS = 60_000;

    @Test
    void introducesEachCustomerOnceBeforeAnythingElse() {
        // when
        List<CustomerEvent> load = of(Mix.DENSE, 42);

        // then
        assertThat(load).hasSize(CUSTOMERS + EVENTS);
        assertThat(load.subList(0, CUSTOMERS)).allMatch(call -> call.type().equals("identify"));
        assertThat(load.stream().limit(CUSTOMERS).map(CustomerEvent::customerId))
                .doesNotHaveDuplicates();
        assertThat(load.subList(CUSTOMERS, load.size()))
                .noneMatch(call -> call.type().equals("identify"));
    }

    @Test
    void introducesOnlyThoseWhomNoLoadBeforeHas() {
        // given
        var legs = List.of(new Leg(Mix.RECORDED, 10, 50), new Leg(Mix.DENSE, 12, 50));

        // when
        List<CustomerEvent> log = Load.until(END, legs).stream()
                .flatMap(load -> all(load).stream())
                .toList();

        // then
        assertThat(log)
                .hasSize(10 + 50 + 2 + 50)
                .extracting(CustomerEvent::receivedAt)
                .isSorted();
        assertThat(log)
                .filteredOn(call -> call.type().equals("identify"))
                .extracting(CustomerEvent::customerId)
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(log).extracting(CustomerEvent::messageId).doesNotHaveDuplicates();
    }

    @Test
    void hasNineViewsToEachOtherEventWhereItIsAsRecorded() {
        // when
        double views = share(of(Mix.RECORDED, 42), "Product Viewed");

        // then
        assertThat(views).isCloseTo(0.9, within(0.01));
    }

    @Test
    void hasNoViewsAndAsManyCartsToAnOrderAsRecordedShopsWhereItIsDense() {
        // given
        List<CustomerEvent> load = of(Mix.DENSE, 42);

        // when
        double carts = share(load, "Product Added") / share(load, "Order Completed");

        // then
        assertThat(share(load, "Product Viewed")).isZero();
        assertThat(carts).isCloseTo(2.6, within(0.15));
    }

    @Test
    void ordersTheCartThatWasFilledBefore() {
        // given
        Set<Object> filled = new HashSet<>();

        // when
        for (CustomerEvent call : of(Mix.DENSE, 42)) {
            Object cart = call.customerId() + " " + call.properties().get("cart_id");
            if ("Product Added".equals(call.event())) {
                filled.add(cart);
            }

            // then
            if ("Order Completed".equals(call.event())) {
                assertThat(filled).contains(cart);
            }
        }
    }

    @Test
    void isTheSameToTheByteForTheSameSeedAndAnotherForAnother() {
        assertThat(bytes(of(Mix.RECORDED, 42))).isEqualTo(bytes(of(Mix.RECORDED, 42)));
        assertThat(bytes(of(Mix.RECORDED, 42))).isNotEqualTo(bytes(of(Mix.RECORDED, 43)));
    }

    @Test
    void isAsLargeAsRecordedCalls() {
        // when
        double size = of(Mix.RECORDED, 42).stream()
                .mapToInt(call -> ContractJson.write(call).length)
                .average()
                .orElseThrow();

        // then
        assertThat(size).isBetween(300.0, 650.0);
    }

    @Test
    void isReceivedInOrderWithinItsSpan() {
        // when
        List<Instant> received =
                of(Mix.DENSE, 42).stream().map(CustomerEvent::receivedAt).toList();

        // then
        assertThat(received).isSorted().allMatch(at -> !at.isBefore(BEGIN) && at.isBefore(END));
    }

    private static List<CustomerEvent> of(Mix mix, long seed) {
        return all(new Load(mix, 0, CUSTOMERS, EVENTS, BEGIN, END, seed));
    }

    private static List<CustomerEvent> all(Load load) {
        var traffic = new ShopTraffic(load);
        List<CustomerEvent> events = new ArrayList<>();
        while (traffic.hasNext()) {
            events.add(traffic.next());
        }
        return events;
    }

    private static double share(List<CustomerEvent> load, String event) {
        Map<String, Long> counts = load.stream()
                .map(CustomerEvent::event)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return counts.getOrDefault(event, 0L) / (double) EVENTS;
    }

    private static String bytes(List<CustomerEvent> load) {
        return load.stream()
                .map(call -> new String(ContractJson.write(call), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }
}
