package dev.safar.engine.definition;

import dev.safar.contracts.Definition;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Step;
import dev.safar.core.model.Template;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workspace as records of the definitions topic: templates, journeys, and last the workspace that refers to them, with its segments. */
final class Definitions {

    static final String WORKSPACE_FILE = "workspace.yaml";

    private static final String SEGMENTS = "segments/";

    private Definitions() {}

    static List<Definition> of(WorkspaceFiles files, Workspace workspace) {
        List<Definition> definitions = new ArrayList<>();
        Map<String, String> templates = new TreeMap<>();
        for (Template template : workspace.templates().values()) {
            templates.put(template.id().value(), template.version());
            definitions.add(of(template));
        }
        Map<String, String> journeys = new TreeMap<>();
        for (Journey journey : workspace.journeys()) {
            journeys.put(journey.ref().id().value(), journey.ref().version());
            definitions.add(of(journey, files, workspace.templates()));
        }
        definitions.add(new Definition(
                Definition.KIND_WORKSPACE, "workspace", workspace.version(), own(files), journeys, templates));
        return definitions;
    }

    /** What belongs to no journey and no template. */
    private static Map<String, String> own(WorkspaceFiles files) {
        Map<String, String> own = new TreeMap<>(files.texts());
        own.keySet().removeIf(path -> !path.equals(WORKSPACE_FILE) && !path.startsWith(SEGMENTS));
        return own;
    }

    private static Definition of(Template template) {
        Map<String, String> files = new TreeMap<>();
        template.files().forEach((name, text) -> files.put("templates/" + template.id() + "/" + name, text));
        return new Definition(Definition.KIND_TEMPLATE, template.id().value(), template.version(), files, null, null);
    }

    private static Definition of(Journey journey, WorkspaceFiles files, Map<TemplateId, Template> all) {
        String path = journey.ref().id() + ".yaml";
        Map<String, String> templates = new TreeMap<>();
        for (Step step : journey.steps()) {
            if (step instanceof Step.Send send && all.containsKey(send.template())) {
                templates.put(send.template().value(), all.get(send.template()).version());
            }
        }
        return new Definition(
                Definition.KIND_JOURNEY,
                journey.ref().id().value(),
                journey.ref().version(),
                Map.of(path, files.texts().get(path)),
                null,
                templates);
    }
}
