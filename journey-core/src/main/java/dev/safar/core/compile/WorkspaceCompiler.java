package dev.safar.core.compile;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Settings;
import dev.safar.core.model.Template;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the files of a workspace into something that runs, or into every problem they have. */
public final class WorkspaceCompiler {

    private final Problems problems = new Problems();
    private final Map<TemplateId, Template> templates = new HashMap<>();

    private WorkspaceCompiler() {}

    public static Compilation compile(WorkspaceFiles files) {
        return compile(files, List.of());
    }

    /**
     * Compiles a workspace beside earlier versions of its journeys.
     *
     * @param earlier per earlier version a workspace of its own: its journey file and the templates it uses; its runs are
     *     finished, none begins
     */
    public static Compilation compile(WorkspaceFiles files, List<WorkspaceFiles> earlier) {
        return new WorkspaceCompiler().run(files, earlier);
    }

    private Compilation run(WorkspaceFiles files, List<WorkspaceFiles> earlier) {
        Settings settings = SettingsReader.read(files, problems);
        List<JourneyDraft> current = drafts(files, settings, problems);
        List<JourneyDraft> former = new ArrayList<>();
        for (WorkspaceFiles version : earlier) {
            Problems old = new Problems();
            former.addAll(drafts(version, settings, old));
            problems.errorsOf(old);
        }
        if (problems.anyError()) {
            return new Compilation.Rejected(problems.inOrder());
        }
        return new Compilation.Compiled(workspace(settings, current, former), problems.inOrder());
    }

    private List<JourneyDraft> drafts(WorkspaceFiles files, Settings settings, Problems found) {
        TemplateCatalogue catalogue = TemplateCatalogue.read(files, settings, found);
        catalogue.templates().forEach(templates::putIfAbsent);
        List<JourneyDraft> drafts = JourneyFiles.read(files, new JourneyDraft.Surroundings(settings, catalogue), found);
        drafts.forEach(draft -> JourneyRules.check(draft, found));
        return drafts;
    }

    private Workspace workspace(Settings settings, List<JourneyDraft> current, List<JourneyDraft> former) {
        List<JourneyDraft> all = new ArrayList<>(former);
        all.addAll(current);
        return new Workspace(settings, journeys(current), journeys(former), templates, Observation.of(all));
    }

    private static List<Journey> journeys(List<JourneyDraft> drafts) {
        return drafts.stream().map(JourneyBuilder::build).toList();
    }
}
