package dev.safar.core.compile;

import dev.safar.core.definition.JourneyReader;
import dev.safar.core.definition.Location;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.definition.YamlReader;
import dev.safar.core.definition.YamlReading;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Finds and reads the journeys of a workspace: the YAML files at its top, except the workspace's own. */
final class JourneyFiles {

    static final String ENDING = ".yaml";

    private final JourneyDraft.Surroundings around;
    private final Problems problems;
    private final List<JourneyDraft> drafts = new ArrayList<>();

    private JourneyFiles(JourneyDraft.Surroundings around, Problems problems) {
        this.around = around;
        this.problems = problems;
    }

    static List<JourneyDraft> read(WorkspaceFiles files, JourneyDraft.Surroundings around, Problems problems) {
        JourneyFiles reader = new JourneyFiles(around, problems);
        new TreeMap<>(files.texts()).forEach((path, text) -> {
            if (!mayBeJourney(path)) {
                return;
            }
            if (path.endsWith(ENDING)) {
                reader.read(path, text);
            } else if (path.endsWith(".yml")) {
                Location start = new Location(path, 1, 1);
                problems.error(start, RuleNames.FILE_NAME, "a journey's file ends in .yaml; rename it");
            }
        });
        return reader.drafts;
    }

    /** What the journeys in these files are called, whether they can be read or not. */
    static List<JourneyRef> refs(WorkspaceFiles files) {
        return new TreeMap<>(files.texts())
                .entrySet().stream()
                        .filter(file ->
                                mayBeJourney(file.getKey()) && file.getKey().endsWith(ENDING))
                        .map(file -> ref(file.getKey(), file.getValue()))
                        .toList();
    }

    static JourneyRef ref(String file, String text) {
        String name = file.substring(0, file.length() - ENDING.length());
        return new JourneyRef(new JourneyId(name), ContentVersion.of(text));
    }

    private static boolean mayBeJourney(String path) {
        return !path.contains("/") && !path.startsWith(".") && !path.equals(SettingsReader.FILE);
    }

    private void read(String path, String text) {
        YamlReading yaml = YamlReader.read(path, text);
        if (yaml instanceof YamlReading.Unreadable unreadable) {
            problems.errors(unreadable.flaws());
            return;
        }
        YamlNode root = ((YamlReading.Read) yaml).root();
        JourneyReader.Reading reading = JourneyReader.read(root);
        problems.errors(reading.flaws());
        boolean whole = reading.flaws().isEmpty();
        Set<String> givenIds = new HashSet<>();
        collectIds(root, givenIds);
        reading.journey()
                .ifPresent(written -> drafts.add(new JourneyDraft(
                        path,
                        ref(path, text),
                        whole,
                        givenIds,
                        written,
                        StepIds.of(written),
                        Expressions.of(written),
                        around)));
    }

    /** Also of steps that can't be read. */
    private static void collectIds(YamlNode node, Set<String> ids) {
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> collectIds(item, ids));
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.field("id")
                    .filter(YamlNode.Scalar.class::isInstance)
                    .ifPresent(id -> ids.add(((YamlNode.Scalar) id).text()));
            mapping.fields().values().forEach(value -> collectIds(value, ids));
        }
    }
}
