package dev.safar.engine.definition;

import dev.safar.contracts.Definition;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Step;
import dev.safar.core.model.Template;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Workspace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workspace as records of the definitions topic: templates, journeys, and last the workspace that refers to them. */
final class Definitions {

    static final String WORKSPACE_FILE = "workspace.yaml";

    private static final int VERSION_BYTES = 6;

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
        String text = files.texts().getOrDefault(WORKSPACE_FILE, "");
        Map<String, String> own = files.texts().containsKey(WORKSPACE_FILE) ? Map.of(WORKSPACE_FILE, text) : Map.of();
        definitions.add(
                new Definition(Definition.KIND_WORKSPACE, "workspace", version(text), own, journeys, templates));
        return definitions;
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

    private static String version(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
