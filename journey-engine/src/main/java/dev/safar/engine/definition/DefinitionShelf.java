package dev.safar.engine.definition;

import dev.safar.contracts.Definition;
import dev.safar.core.definition.WorkspaceFiles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All definitions ever read, by key, from which the files of the current workspace and of earlier journeys are put together. */
final class DefinitionShelf {

    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Deque<Definition> workspaces = new ArrayDeque<>();

    void put(Definition definition) {
        if (definition.kind().equals(Definition.KIND_WORKSPACE)) {
            workspaces.push(definition);
        } else {
            definitions.put(definition.key(), definition);
        }
    }

    boolean hasWorkspaces() {
        return !workspaces.isEmpty();
    }

    /** The workspaces put here since they were last taken, the latest first. */
    List<Definition> takeWorkspaces() {
        List<Definition> taken = List.copyOf(workspaces);
        workspaces.clear();
        return taken;
    }

    /** The files of a workspace: its own and those of the journeys and templates it refers to. */
    WorkspaceFiles filesOf(Definition workspace) {
        Map<String, String> files = new LinkedHashMap<>(orEmpty(workspace.files()));
        orEmpty(workspace.templates())
                .forEach((id, version) -> files.putAll(filesOf(Definition.KIND_TEMPLATE, id, version)));
        orEmpty(workspace.journeys())
                .forEach((id, version) -> files.putAll(filesOf(Definition.KIND_JOURNEY, id, version)));
        return new WorkspaceFiles(files);
    }

    /** Per journey version that is not current: its file, the templates it uses, and the workspace's settings. */
    List<WorkspaceFiles> earlierThan(Definition workspace) {
        List<WorkspaceFiles> earlier = new ArrayList<>();
        for (Definition definition : definitions.values()) {
            if (definition.kind().equals(Definition.KIND_JOURNEY) && !isCurrent(definition, workspace)) {
                Map<String, String> files = new LinkedHashMap<>(orEmpty(workspace.files()));
                files.putAll(orEmpty(definition.files()));
                orEmpty(definition.templates())
                        .forEach((id, version) -> files.putAll(filesOf(Definition.KIND_TEMPLATE, id, version)));
                earlier.add(new WorkspaceFiles(files));
            }
        }
        return earlier;
    }

    private static boolean isCurrent(Definition journey, Definition workspace) {
        return journey.version().equals(orEmpty(workspace.journeys()).get(journey.id()));
    }

    private Map<String, String> filesOf(String kind, String id, String version) {
        Definition wanted = definitions.get(new Definition(kind, id, version, null, null, null).key());
        return wanted == null ? Map.of() : orEmpty(wanted.files());
    }

    private static Map<String, String> orEmpty(Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
