package dev.safar.benchmarks.live;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.process.Stage;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How much an engine has to read to have its state again. */
final class ChangelogSize {

    private static final String TOPIC = Contenders.SAFAR.group() + "-customers-changelog";

    private ChangelogSize() {}

    /** Records in the changelog, as far as its offsets tell: compaction leaves gaps, transactions take places. */
    static long records(String bootstrapServers) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return sum(admin, OffsetSpec.latest()) - sum(admin, OffsetSpec.earliest());
        }
    }

    private static long sum(Admin admin, OffsetSpec which) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, Stage.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> which));
        try {
            return admin.listOffsets(asked).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say how long the changelog is", e);
        }
    }
}
