package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link Customer} part by part; what is not said is as of a customer of whom nothing is known. */
public final class CustomerBuilder {

    private final String id;
    private long offset = -1;
    private Map<String, Object> attributes = Map.of();
    private Map<Channel, Boolean> consents = Map.of();
    private Map<String, Boolean> topics = Map.of();
    private Map<String, EventHistory> history = Map.of();
    private Browsing browsing = Browsing.NONE;
    private List<Run> runs = List.of();
    private Agenda agenda = Agenda.EMPTY;
    private Set<SegmentId> segments = Set.of();
    private Pressure pressure = Pressure.NONE;
    private List<Long> recentMessageIds = List.of();
    private String arranged = "";
    private Optional<Instant> firstSeen = Optional.empty();

    public CustomerBuilder(String id) {
        this.id = id;
    }

    CustomerBuilder(Customer customer) {
        this.id = customer.id();
        this.offset = customer.offset();
        this.attributes = customer.attributes();
        this.consents = customer.consents();
        this.topics = customer.topics();
        this.history = customer.history();
        this.browsing = customer.browsing();
        this.runs = customer.runs();
        this.agenda = customer.agenda();
        this.segments = customer.segments();
        this.pressure = customer.pressure();
        this.recentMessageIds = customer.recentMessageIds();
        this.arranged = customer.arranged();
        this.firstSeen = customer.firstSeen();
    }

    public CustomerBuilder offset(long changed) {
        this.offset = changed;
        return this;
    }

    public CustomerBuilder attributes(Map<String, Object> changed) {
        this.attributes = changed;
        return this;
    }

    public CustomerBuilder consents(Map<Channel, Boolean> changed) {
        this.consents = changed;
        return this;
    }

    public CustomerBuilder topics(Map<String, Boolean> changed) {
        this.topics = changed;
        return this;
    }

    public CustomerBuilder history(Map<String, EventHistory> changed) {
        this.history = changed;
        return this;
    }

    public CustomerBuilder browsing(Browsing changed) {
        this.browsing = changed;
        return this;
    }

    public CustomerBuilder runs(List<Run> changed) {
        this.runs = changed;
        return this;
    }

    public CustomerBuilder agenda(Agenda changed) {
        this.agenda = changed;
        return this;
    }

    public CustomerBuilder segments(Set<SegmentId> changed) {
        this.segments = changed;
        return this;
    }

    public CustomerBuilder pressure(Pressure changed) {
        this.pressure = changed;
        return this;
    }

    public CustomerBuilder recentMessageIds(List<Long> changed) {
        this.recentMessageIds = changed;
        return this;
    }

    public CustomerBuilder arranged(String changed) {
        this.arranged = changed;
        return this;
    }

    public CustomerBuilder firstSeen(Optional<Instant> changed) {
        this.firstSeen = changed;
        return this;
    }

    public Customer build() {
        return new Customer(
                id,
                offset,
                attributes,
                consents,
                topics,
                history,
                browsing,
                runs,
                agenda,
                segments,
                pressure,
                recentMessageIds,
                arranged,
                firstSeen);
    }
}
