package dev.safar.standalone.audit;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.Definition;
import dev.safar.contracts.Topics;
import dev.safar.standalone.audit.PartitionAudit.Common;
import dev.safar.standalone.log.CommittedLog;
import dev.safar.standalone.log.Span;
import dev.safar.standalone.log.UnreadableLogException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the logs of an installation, running or not, and says for each {@link Guarantee} whether it was kept:
 *
 * <pre>
 * AuditReport report = Audit.of(AuditRequest.of("localhost:9092").withDeliveries(ids)).run();
 * if (!report.passed()) {
 *     AuditText.lines(report).forEach(System.out::println);
 * }
 * </pre>
 *
 * It writes nothing and joins no group. It is about what is committed when it begins.
 */
public final class Audit {

    private final AuditRequest request;

    private Audit(AuditRequest request) {
        this.request = request;
    }

    public static Audit of(AuditRequest request) {
        return new Audit(request);
    }

    /**
     * Reads and judges; takes as long as reading all logs once.
     *
     * @throws AuditFailedException if there is nothing to audit, or it can't be read
     */
    public AuditReport run() {
        Snapshot snapshot;
        try (Cluster cluster = new Cluster(request.bootstrapServers(), request.patience())) {
            snapshot = Snapshot.of(cluster, request);
        }
        try (CommittedLog log = CommittedLog.open(request.bootstrapServers())) {
            return run(snapshot, log);
        } catch (AuditFailedException e) {
            throw e;
        } catch (UnreadableLogException e) {
            throw new AuditFailedException(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new AuditFailedException("what is in the logs can't be understood: " + e.getMessage(), e);
        }
    }

    /** Judges what is before the ends of this snapshot. */
    AuditReport run(Snapshot snapshot, CommittedLog log) {
        var deadLetters = new DeadLetterBox();
        for (TopicPartition of : snapshot.of(Topics.DEAD_LETTERS)) {
            log.read(
                    snapshot.whole(of),
                    request.patience(),
                    found -> deadLetters.add(ContractJson.read(found.value(), DeadLetter.class)));
        }
        var common = new Common(
                request,
                publications(snapshot, log),
                deadLetters,
                new IdSet(),
                request.deliveries().map(Deliveries::new),
                new Verdicts(request.shown()));
        for (int partition = 0; partition < snapshot.partitions(); partition++) {
            new PartitionAudit(partition, snapshot, log, common).run();
        }
        boolean whole = Topics.messages().stream()
                .flatMap(topic -> snapshot.of(topic).stream())
                .allMatch(of -> snapshot.begins().get(of) == 0);
        common.deliveries().ifPresent(deliveries -> deliveries.conclude(whole, common.verdicts()));
        return new AuditReport(common.verdicts().all(), log.counts());
    }

    private Publications publications(Snapshot snapshot, CommittedLog log) {
        var reading = new Publications.Reading();
        Span definitions = snapshot.whole(new TopicPartition(Topics.DEFINITIONS, 0));
        log.read(definitions, request.patience(), found -> {
            if (found.value() != null) {
                reading.add(ContractJson.read(found.value(), Definition.class), found.timestamp());
            }
        });
        return reading.upTo(definitions.end());
    }
}
