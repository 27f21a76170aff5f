package dev.safar.dispatch.render;

import dev.safar.contracts.Definition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the definitions have told so far: every version of every template, and the workspace now in force. */
public final class TemplateStore {

    private final Map<String, CompiledTemplate> templates = new ConcurrentHashMap<>();
    private volatile WorkspaceSettings workspace = WorkspaceSettings.EMPTY;

    /** Takes in one record; the latest workspace wins, a template's version never changes. */
    public void accept(Definition definition) {
        switch (definition.kind()) {
            case Definition.KIND_TEMPLATE ->
                templates.put(
                        key(definition.id(), definition.version()),
                        new CompiledTemplate(definition.id(), definition.files()));
            case Definition.KIND_WORKSPACE -> workspace = WorkspaceSettings.of(definition.files());
            default -> {
                // journeys concern the engine alone
            }
        }
    }

    /** Empty if it has not been published, or not read yet. */
    public Optional<CompiledTemplate> find(String template, String version) {
        return Optional.ofNullable(templates.get(key(template, version)));
    }

    public WorkspaceSettings workspace() {
        return workspace;
    }

    private static String key(String template, String version) {
        return template + "@" + version;
    }
}
