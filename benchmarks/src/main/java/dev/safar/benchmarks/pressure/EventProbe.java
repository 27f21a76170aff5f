package dev.safar.benchmarks.pressure;

import dev.safar.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Posts an event now and then, and measures how long it takes until a decision about it can be read. */
final class EventProbe implements AutoCloseable {

    private static final int PAUSE_MILLIS = 20;
    private static final String PREFIX = "probe-";
    private static final double NANOS_PER_MILLI = 1e6;

    private final NapShop shop;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> posted = new ConcurrentHashMap<>();
    private final List<Long> latencies = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads;
    private volatile boolean running = true;

    private EventProbe(NapShop shop) {
        this.shop = shop;
        this.consumer = decisions(shop.bootstrapServers());
        this.threads = List.of(new Thread(this::post, "probe-post"), new Thread(this::read, "probe-read"));
    }

    static EventProbe start(NapShop shop) {
        EventProbe probe = new EventProbe(shop);
        probe.threads.forEach(Thread::start);
        return probe;
    }

    /** In milliseconds, of the events so far. */
    String latencies() {
        List<Long> sorted;
        synchronized (latencies) {
            sorted = latencies.stream().sorted().toList();
        }
        if (sorted.isEmpty()) {
            return "none was read";
        }
        return String.format(
                Locale.ROOT,
                "p50 %.0f ms, p99 %.0f ms, max %.0f ms of %d; %d not yet",
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1),
                sorted.size(),
                posted.size());
    }

    @Override
    public void close() {
        running = false;
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double at(List<Long> sorted, double quantile) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * quantile))) / NANOS_PER_MILLI;
    }

    private void post() {
        try {
            for (int i = 0; running; i++) {
                posted.put(PREFIX + i, System.nanoTime());
                shop.glance(PREFIX + i);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (running) {
                consumer.poll(Duration.ofMillis(50)).forEach(this::take);
            }
        }
    }

    /** From here on: nothing that is posted later can be missed. */
    private static KafkaConsumer<String, byte[]> decisions(String bootstrapServers) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.DECISIONS).stream()
                .map(info -> new TopicPartition(Topics.DECISIONS, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private void take(ConsumerRecord<String, byte[]> decision) {
        Long since = posted.remove(decision.key());
        if (since != null) {
            latencies.add(System.nanoTime() - since);
        }
    }
}
