package dev.safar.engine.plan;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.ApplyLimits;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Template;
import dev.safar.core.model.Workspace;
import dev.safar.engine.query.JourneyView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what a changed workspace does to customers now in flight; changes nothing. */
public final class Planner {

    private static final String SEGMENTS = "segments/";

    private final Running running;
    private final WorkspaceFiles files;
    private final Workspace wanted;
    private final Optional<Workspace> now;

    private Planner(Running running, WorkspaceFiles files, Workspace wanted) {
        this.running = running;
        this.files = files;
        this.wanted = wanted;
        this.now = compiled(running);
    }

    /**
     * What it would mean to apply the files.
     *
     * @param wanted what the files compile to
     */
    public static Plan plan(Running running, WorkspaceFiles files, Workspace wanted) {
        return new Planner(running, files, wanted).plan();
    }

    private Plan plan() {
        Set<String> names = new TreeSet<>();
        Stream.of(now.stream(), Stream.of(wanted))
                .flatMap(Function.identity())
                .flatMap(workspace -> workspace.journeys().stream())
                .forEach(journey -> names.add(journey.ref().id().value()));
        running.journeys().stream().filter(view -> view.waiting() > 0).forEach(view -> names.add(view.journey()));
        Set<String> templates = differing(templates(now), templates(Optional.of(wanted)));
        JourneyPlanner journeys = new JourneyPlanner(now, wanted, templates);
        return new Plan(
                running.workspace().version(),
                wanted.version(),
                running.journeys().stream().mapToLong(JourneyView::waiting).sum(),
                names.stream().map(name -> journeys.plan(view(name))).toList(),
                List.copyOf(templates),
                List.copyOf(differing(segments(running.workspace().files()), segments(files.texts()))),
                List.copyOf(differing(SettingsKeys.of(running.workspace().files()), SettingsKeys.of(files.texts()))),
                NewHistory.of(now, wanted),
                limits());
    }

    /** A change can't lift its own limits. */
    private ApplyLimits limits() {
        ApplyLimits before =
                now.map(workspace -> workspace.settings().applyLimits()).orElse(ApplyLimits.NONE);
        return before.equals(ApplyLimits.NONE) ? wanted.settings().applyLimits() : before;
    }

    private JourneyView view(String name) {
        return running.journeys().stream()
                .filter(view -> view.journey().equals(name))
                .findFirst()
                .orElse(new JourneyView(name, 0, 0, Map.of(), List.of()));
    }

    private static Optional<Workspace> compiled(Running running) {
        List<WorkspaceFiles> earlier =
                running.workspace().earlier().stream().map(WorkspaceFiles::new).toList();
        Compilation compilation =
                WorkspaceCompiler.compile(new WorkspaceFiles(running.workspace().files()), earlier);
        return compilation instanceof Compilation.Compiled compiled
                ? Optional.of(compiled.workspace())
                : Optional.empty();
    }

    private static Map<String, String> templates(Optional<Workspace> workspace) {
        Map<String, String> versions = new TreeMap<>();
        workspace.ifPresent(of -> of.templates()
                .values()
                .forEach((Template template) -> versions.put(template.id().value(), template.version())));
        return versions;
    }

    private static Map<String, String> segments(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(SEGMENTS))
                .collect(Collectors.toMap(
                        file -> file.getKey().substring(SEGMENTS.length()).replace(".yaml", ""), Map.Entry::getValue));
    }

    private static Set<String> differing(Map<String, String> one, Map<String, String> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
        return names;
    }

    static Optional<Journey> journey(Optional<Workspace> workspace, String name) {
        return workspace.flatMap(of -> of.current(new JourneyId(name)));
    }
}
