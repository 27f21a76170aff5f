package dev.safar.engine.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.apache.kafka.streams.state.Stores;
import org.rocksdb.Options;

/**
 * Counts records by key, exactly once, and dies as it is told; needs no more of Kafka Streams than 4.2 has. It commits only after a
 * {@code commit} and halts the process at {@code die}. With a file as its fourth argument it instead writes there what its
 * store holds when the first record comes, and halts.
 */
final class CrashProgram implements Processor<String, String, Void, Void> {

    static final String COMMIT = "commit";
    static final String DIE = "die";

    private static final String STORE = "counts";
    private static final int RECORD_BYTES = 256;
    private static final int TRANSACTION_MILLIS = 120_000;

    private final String[] arguments;
    private ProcessorContext<Void, Void> context;
    private KeyValueStore<String, byte[]> counts;

    private CrashProgram(String[] arguments) {
        this.arguments = arguments;
    }

    /** Of the brokers, the topic (also the application) and the state folder; and of the file to write, to look only. */
    public static void main(String[] arguments) {
        var topology = new Topology();
        var text = new StringDeserializer();
        topology.addSource("source", text, text, arguments[1]);
        topology.addProcessor("count", () -> new CrashProgram(arguments), "source");
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray()),
                "count");
        new KafkaStreams(topology, properties(arguments)).start();
    }

    @Override
    public void init(ProcessorContext<Void, Void> initial) {
        context = initial;
        counts = initial.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, String> message) {
        if (arguments.length > 3) {
            write(Path.of(arguments[3]));
            Runtime.getRuntime().halt(0);
        }
        switch (message.value()) {
            case COMMIT -> context.commit();
            case DIE -> Runtime.getRuntime().halt(0);
            default -> count(message.key());
        }
    }

    private void count(String key) {
        byte[] known = counts.get(key);
        byte[] counted = known == null ? new byte[RECORD_BYTES] : Arrays.copyOf(known, RECORD_BYTES);
        counted[0]++;
        counts.put(key, counted);
    }

    private void write(Path file) {
        Map<String, Byte> content = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> all = counts.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                content.put(entry.key, entry.value[0]);
            }
        }
        try {
            Files.writeString(file, content.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(String[] arguments) {
        var properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, arguments[1]);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, arguments[2]);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, TRANSACTION_MILLIS / 2);
        properties.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), TRANSACTION_MILLIS);
        properties.put(StreamsConfig.mainConsumerPrefix("group.instance.id"), "one");
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallMemtables.class);
        return properties;
    }

    /** So small that what is not committed is on the disk soon: RocksDB stops writers while three of them wait for it. */
    public static final class SmallMemtables implements RocksDBConfigSetter {

        @Override
        public void setConfig(String store, Options options, Map<String, Object> configs) {
            options.setWriteBufferSize(64L << 10);
        }

        @Override
        public void close(String store, Options options) {
            // nothing of its own
        }
    }
}
