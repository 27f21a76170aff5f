package dev.safar.core.compile;

import dev.safar.core.definition.Location;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Settings;
import dev.safar.core.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns the files of a workspace into something that runs, or into every problem they have. */
public final class WorkspaceCompiler {

    private final Problems problems = new Problems();
    private final List<JourneyDraft> former = new ArrayList<>();
    private final Map<JourneyRef, List<Problem>> leftOut = new LinkedHashMap<>();

    private WorkspaceCompiler() {}

    public static Compilation compile(WorkspaceFiles files) {
        return compile(files, List.of());
    }

    /**
     * Compiles a workspace beside earlier versions of its journeys.
     *
     * @param earlier per earlier version a workspace of its own: its journey file and the templates it uses; its runs are
     *     finished, none begins; one with errors is left out
     */
    public static Compilation compile(WorkspaceFiles files, List<WorkspaceFiles> earlier) {
        return new WorkspaceCompiler().run(files, earlier);
    }

    private Compilation run(WorkspaceFiles files, List<WorkspaceFiles> earlier) {
        Settings settings = SettingsReader.read(files, problems);
        TemplateCatalogue templates = TemplateCatalogue.read(files, settings, problems);
        SegmentCatalogue segments = SegmentCatalogue.read(files, problems);
        var around = new JourneyDraft.Surroundings(settings, templates, segments.names());
        List<JourneyDraft> current = drafts(files, around, problems);
        WorkspaceRules.check(new WorkspaceRule.Together(current, names(files), around), problems);
        blameSettings(files);
        if (problems.anyError()) {
            return new Compilation.Rejected(problems.inOrder());
        }
        earlier.forEach(version -> takeEarlier(version, settings, segments.names()));
        List<JourneyDraft> all = new ArrayList<>(former);
        all.addAll(current);
        Workspace workspace = new Workspace(
                version(files),
                settings,
                segments.segments(),
                current.stream().map(JourneyBuilder::build).toList(),
                former.stream().map(WorkspaceCompiler::earlier).toList(),
                templates.templates(),
                Observation.of(all, segments.references()));
        return new Compilation.Compiled(workspace, problems.inOrder(), leftOut);
    }

    /** One mistake in {@code workspace.yaml}, or that it is missing, is said once and not at every place it shows. */
    private void blameSettings(WorkspaceFiles files) {
        boolean missing = !files.texts().containsKey(SettingsReader.FILE);
        boolean broken = problems.anyErrorIn(SettingsReader.FILE);
        if (missing && problems.anyAgainstSettings()) {
            problems.error(
                    new Location(SettingsReader.FILE, 1, 1),
                    "missing-workspace",
                    "there is no " + SettingsReader.FILE
                            + ", and templates need its 'locale' or 'shop'; add the file beside the journeys");
        }
        if (missing || broken) {
            problems.forgetAgainstSettings();
        }
    }

    /** What was right when it was published can be wrong by today's settings or rules. */
    private void takeEarlier(WorkspaceFiles version, Settings settings, Set<String> segments) {
        Problems found = new Problems();
        TemplateCatalogue templates = TemplateCatalogue.read(version, settings, found);
        var around = new JourneyDraft.Surroundings(settings, templates, segments);
        List<JourneyDraft> drafts = JourneyFiles.read(version, around, found);
        drafts.forEach(draft -> JourneyRules.checkEarlier(draft, found));
        if (found.anyError()) {
            JourneyFiles.refs(version).forEach(journey -> leftOut.put(journey, found.errors()));
        } else {
            former.addAll(drafts);
        }
    }

    /** What scenarios say changes nothing for customers. */
    private static String version(WorkspaceFiles files) {
        Map<String, String> texts = new TreeMap<>(files.texts());
        texts.keySet().removeIf(path -> path.startsWith("tests/"));
        return ContentVersion.of(texts);
    }

    private static Set<String> names(WorkspaceFiles files) {
        return JourneyFiles.refs(files).stream().map(ref -> ref.id().value()).collect(Collectors.toSet());
    }

    private static List<JourneyDraft> drafts(WorkspaceFiles files, JourneyDraft.Surroundings around, Problems found) {
        List<JourneyDraft> drafts = JourneyFiles.read(files, around, found);
        drafts.forEach(draft -> JourneyRules.check(draft, found));
        return drafts;
    }

    private static Workspace.Earlier earlier(JourneyDraft draft) {
        return new Workspace.Earlier(
                JourneyBuilder.build(draft), draft.around().templates().templates());
    }
}
