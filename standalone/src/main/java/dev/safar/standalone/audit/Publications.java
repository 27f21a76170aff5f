package dev.safar.standalone.audit;

import dev.safar.contracts.Definition;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Observed;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Event;
import dev.safar.engine.definition.WorkspaceHistory;
import dev.safar.engine.streams.EventReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Record;

/** The published versions of the workspace, and what each of them notices. */
final class Publications {

    /** After this time an engine decides by what was published last. */
    private static final Duration TAKEN_UP = Duration.ofMinutes(10);

    private final List<Workspace> versions;
    private final List<Observed> observed;
    private final boolean all;
    private final long lastAt;

    private Publications(List<Workspace> versions, boolean all, long lastAt) {
        this.versions = versions;
        this.observed = versions.stream().map(Workspace::observed).toList();
        this.all = all;
        this.lastAt = lastAt;
    }

    /** Definitions as they are read. */
    static final class Reading {
        private final List<Definition> definitions = new ArrayList<>();
        private long records;
        private long lastAt;

        void add(Definition definition, long appendedAt) {
            definitions.add(definition);
            records++;
            lastAt = definition.kind().equals(Definition.KIND_WORKSPACE) ? appendedAt : lastAt;
        }

        /** @param end where the log ends: where it has fewer records, earlier versions were compacted away */
        Publications upTo(long end) {
            return new Publications(WorkspaceHistory.of(definitions), records == end, lastAt);
        }
    }

    /**
     * An event that some version observes.
     *
     * @param surely whether the engine must have observed it, whichever version it had
     */
    record Heard(Event event, boolean surely) {}

    boolean none() {
        return versions.isEmpty();
    }

    /**
     * Reads an event; empty where no version observes it.
     *
     * @throws RuntimeException if it is none
     */
    Optional<Heard> hear(ConsumerRecord<byte[], byte[]> found) {
        var event = new Record<>(found.key(), found.value(), 0L, found.headers());
        Observed last = observed.get(observed.size() - 1);
        Optional<Event> heard = hear(event, last);
        boolean surely = heard.isPresent() && (all || found.timestamp() > lastAt + TAKEN_UP.toMillis());
        for (Observed version : observed.subList(0, observed.size() - 1)) {
            if (!version.equals(last)) {
                Optional<Event> then = hear(event, version);
                surely = surely && then.isPresent();
                heard = heard.isPresent() ? heard : then;
            }
        }
        boolean certain = surely;
        return heard.map(known -> new Heard(known, certain));
    }

    private static Optional<Event> hear(Record<byte[], byte[]> event, Observed version) {
        if (!EventReader.concerns(event, version)) {
            return Optional.empty();
        }
        if (event.key() == null) {
            throw new IllegalArgumentException("an event without a customer");
        }
        return EventReader.event(event, version).map(received -> received.event());
    }

    Optional<Journey> journey(JourneyRef ref) {
        return versions.stream()
                .flatMap(version -> version.journey(ref).stream())
                .findFirst();
    }
}
