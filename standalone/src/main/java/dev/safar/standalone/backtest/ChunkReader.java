package dev.safar.standalone.backtest;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Receipts;
import dev.safar.core.model.Observed;
import dev.safar.engine.streams.ObservedCalls;
import dev.safar.ingest.accept.EventProblem;
import dev.safar.ingest.accept.Limits;
import dev.safar.ingest.accept.RecordedCall;
import dev.safar.standalone.backtest.Lines.Line;
import dev.safar.standalone.backtest.sort.ExternalSort;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a chunk of lines, and hands the events that somebody can notice to the sort of their customer. */
final class ChunkReader {

    private static final String SOURCE = "backtest";

    private final List<Observed> observed;
    private final List<ExternalSort> shards;
    private final Intake intake;

    ChunkReader(List<Observed> observed, List<ExternalSort> shards, Intake intake) {
        this.observed = List.copyOf(observed);
        this.shards = List.copyOf(shards);
        this.intake = intake;
    }

    void read(List<Line> lines) throws IOException {
        List<List<byte[]>> entries = new ArrayList<>();
        shards.forEach(shard -> entries.add(new ArrayList<>()));
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        long events = 0;
        long noticed = 0;
        for (Line line : lines) {
            Optional<CustomerEvent> read = read(line);
            if (read.isPresent()) {
                CustomerEvent event = read.get();
                events++;
                first = event.receivedAt().isBefore(first) ? event.receivedAt() : first;
                last = event.receivedAt().isAfter(last) ? event.receivedAt() : last;
                if (isNoticed(event)) {
                    noticed++;
                    List<byte[]> ofShard = entries.get(shardOf(event.customerId()));
                    ofShard.add(entry(event, line.number()));
                    reportedMessage(event)
                            .map(message -> Keys.report(event.customerId(), line.number(), message))
                            .ifPresent(ofShard::add);
                }
            }
        }
        for (int i = 0; i < shards.size(); i++) {
            shards.get(i).add(entries.get(i));
        }
        if (events > 0) {
            intake.good(events, noticed, first, last);
        }
    }

    private Optional<CustomerEvent> read(Line line) {
        if (line.tooLong()) {
            intake.bad(new BadLine(line.number(), "is larger than " + Limits.EVENT_BYTES + " bytes"));
            return Optional.empty();
        }
        RecordedCall call = RecordedCall.read(line.text(), SOURCE);
        if (!call.problems().isEmpty()) {
            String problems = call.problems().stream().map(ChunkReader::told).collect(Collectors.joining("; "));
            intake.bad(new BadLine(line.number(), problems));
        }
        return call.event();
    }

    private static String told(EventProblem problem) {
        return problem.field().isEmpty() ? problem.message() : "'" + problem.field() + "' " + problem.message();
    }

    private boolean isNoticed(CustomerEvent event) {
        return observed.stream()
                .anyMatch(some -> ObservedCalls.concerns(event.type(), Optional.ofNullable(event.event()), some));
    }

    private static Optional<String> reportedMessage(CustomerEvent event) {
        return Optional.ofNullable(event.event())
                .flatMap(Receipts::kindOf)
                .map(kind -> event.properties().get(Receipts.MESSAGE_ID))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private int shardOf(String customer) {
        return Math.floorMod(customer.hashCode() * 0x9E3779B1, shards.size());
    }

    /** Without what no journey can ask for. */
    private static byte[] entry(CustomerEvent event, long line) {
        CustomerEvent kept = new CustomerEvent(
                event.type(),
                event.event(),
                event.customerId(),
                null,
                null,
                event.messageId(),
                event.timestamp(),
                event.receivedAt(),
                event.properties(),
                event.traits(),
                null,
                null,
                event.historical());
        return Keys.event(event.customerId(), event.receivedAt(), line, ContractJson.write(kept));
    }
}
