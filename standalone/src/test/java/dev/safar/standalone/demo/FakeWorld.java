package dev.safar.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A world that writes down what is done to it; each order is answered by a survey a day later. */
final class FakeWorld implements World {

    final List<String> log = new ArrayList<>();
    private final Chronicle chronicle = new Chronicle();
    private final TreeMap<Instant, String> due = new TreeMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    @Override
    public void stepTo(Instant time) {
        now = time;
        log.add("step " + time);
    }

    @Override
    public Optional<Instant> nextDue() {
        return due.isEmpty() ? Optional.empty() : Optional.of(due.firstKey());
    }

    @Override
    public void post(List<ShopCall> calls) {
        for (ShopCall call : calls) {
            log.add("post " + call.messageId());
            if (call instanceof ShopCall.Track track && track.event().equals(EventNames.ORDER_COMPLETED)) {
                due.put(
                        call.at().plus(Duration.ofDays(1)),
                        String.valueOf(track.properties().get("order_id")));
            }
        }
    }

    @Override
    public void open(String messageId) {
        log.add("open " + messageId);
    }

    @Override
    public void settle() {
        while (!due.isEmpty() && !due.firstKey().isAfter(now)) {
            send(due.pollFirstEntry().getValue());
        }
        log.add("settle");
    }

    private void send(String order) {
        String id = "survey-" + order;
        log.add("send " + id);
        chronicle.add(Records.message(id, "email", "survey", Map.of("run", Map.of("key", order)), now));
        arrivals.add(new Arrival("email", id, "How was it?", now));
    }

    @Override
    public List<Arrival> newArrivals() {
        List<Arrival> all = List.copyOf(arrivals);
        arrivals.clear();
        return all;
    }

    @Override
    public Chronicle chronicle() {
        return chronicle;
    }
}
