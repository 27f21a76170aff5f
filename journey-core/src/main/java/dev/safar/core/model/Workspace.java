package dev.safar.core.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything compiled: what new runs begin with, and the earlier versions that runs under way still need. */
public final class Workspace {

    private final String version;
    private final Settings settings;
    private final Map<SegmentId, Segment> segments;
    private final Map<JourneyId, Journey> current;
    private final Map<JourneyRef, Journey> versions;
    private final Map<TemplateId, Template> templates;
    private final Map<JourneyRef, Map<TemplateId, Template>> earlierTemplates;
    private final Observed observed;

    /**
     * A version that is only finished, never begun.
     *
     * @param templates those it was published with
     */
    public record Earlier(Journey journey, Map<TemplateId, Template> templates) {
        public Earlier {
            templates = Map.copyOf(templates);
        }
    }

    /**
     * @param version hash of all files
     * @param current the journeys that new runs begin with
     * @param templates what the current journeys send
     * @param observed what current and earlier journeys together can notice
     */
    public Workspace(
            String version,
            Settings settings,
            Collection<Segment> segments,
            Collection<Journey> current,
            Collection<Earlier> earlier,
            Map<TemplateId, Template> templates,
            Observed observed) {
        this.version = version;
        this.settings = settings;
        this.segments = new LinkedHashMap<>();
        segments.forEach(segment -> this.segments.put(segment.id(), segment));
        this.current = new LinkedHashMap<>();
        this.versions = new LinkedHashMap<>();
        this.earlierTemplates = new HashMap<>();
        for (Earlier former : earlier) {
            versions.put(former.journey().ref(), former.journey());
            earlierTemplates.put(former.journey().ref(), former.templates());
        }
        for (Journey journey : current) {
            this.current.put(journey.ref().id(), journey);
            this.versions.put(journey.ref(), journey);
            earlierTemplates.remove(journey.ref());
        }
        this.templates = Map.copyOf(templates);
        this.observed = observed;
    }

    /** The first 12 hexadecimal digits of the SHA-256 over all files: whatever differs has another one. */
    public String version() {
        return version;
    }

    /** The named conditions over a customer, by name. */
    public Optional<Segment> segment(SegmentId id) {
        return Optional.ofNullable(segments.get(id));
    }

    public Collection<Segment> segments() {
        return segments.values();
    }

    public Settings settings() {
        return settings;
    }

    /** The journeys that new runs begin with, in the order of their names. */
    public Collection<Journey> journeys() {
        return current.values();
    }

    /** The version of a journey that new runs begin with; empty where there is none any more. */
    public Optional<Journey> current(JourneyId id) {
        return Optional.ofNullable(current.get(id));
    }

    public Optional<Journey> journey(JourneyRef ref) {
        return Optional.ofNullable(versions.get(ref));
    }

    /** All versions of a journey, the current one too. */
    public List<Journey> versionsOf(JourneyId id) {
        return versions.values().stream()
                .filter(journey -> journey.ref().id().equals(id))
                .toList();
    }

    /** The templates that current journeys can send. */
    public Map<TemplateId, Template> templates() {
        return templates;
    }

    /** What a journey sends by this name: earlier versions keep to the template they were published with. */
    public Optional<Template> template(JourneyRef journey, TemplateId template) {
        return Optional.ofNullable(
                earlierTemplates.getOrDefault(journey, templates).get(template));
    }

    public Observed observed() {
        return observed;
    }
}
