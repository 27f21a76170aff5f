package dev.safar.core.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything compiled: what new runs begin with, and the earlier versions that runs under way still need. */
public final class Workspace {

    private final Settings settings;
    private final Map<JourneyId, Journey> current;
    private final Map<JourneyRef, Journey> versions;
    private final Map<TemplateId, Template> templates;
    private final Observed observed;

    /**
     * @param current the journeys that new runs begin with
     * @param earlier versions that are only finished, never begun
     * @param observed what current and earlier journeys together can notice
     */
    public Workspace(
            Settings settings,
            Collection<Journey> current,
            Collection<Journey> earlier,
            Map<TemplateId, Template> templates,
            Observed observed) {
        this.settings = settings;
        this.current = new LinkedHashMap<>();
        this.versions = new LinkedHashMap<>();
        earlier.forEach(journey -> versions.put(journey.ref(), journey));
        for (Journey journey : current) {
            this.current.put(journey.ref().id(), journey);
            this.versions.put(journey.ref(), journey);
        }
        this.templates = Map.copyOf(templates);
        this.observed = observed;
    }

    public Settings settings() {
        return settings;
    }

    /** The journeys that new runs begin with, in the order of their names. */
    public Collection<Journey> journeys() {
        return current.values();
    }

    public Optional<Journey> journey(JourneyRef ref) {
        return Optional.ofNullable(versions.get(ref));
    }

    public Map<TemplateId, Template> templates() {
        return templates;
    }

    public Observed observed() {
        return observed;
    }
}
