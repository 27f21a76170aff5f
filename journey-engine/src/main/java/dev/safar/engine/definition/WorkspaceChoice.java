package dev.safar.engine.definition;

import dev.safar.contracts.Definition;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.Problem;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Workspace;
import dev.safar.engine.query.PublishedWorkspace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the latest published workspace that compiles, and tells of what can't be used. */
final class WorkspaceChoice {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceChoice.class);

    private final DefinitionShelf shelf;
    private final DefinitionMeters meters;
    private final Set<JourneyRef> leftOut = new HashSet<>();
    private PublishedWorkspace latest = PublishedWorkspace.NONE;

    WorkspaceChoice(DefinitionShelf shelf, DefinitionMeters meters) {
        this.shelf = shelf;
        this.meters = meters;
    }

    /** The latest that compiles of those put on the shelf since this was last asked; empty if none does. */
    Optional<Workspace> next() {
        for (Definition published : shelf.takeWorkspaces()) {
            Optional<Workspace> workspace = compile(published);
            if (workspace.isPresent()) {
                LOG.info("workspace {} with journeys {}", published.version(), published.journeys());
                return workspace;
            }
        }
        return Optional.empty();
    }

    /** What was taken last, as it was published. */
    PublishedWorkspace latest() {
        return latest;
    }

    private Optional<Workspace> compile(Definition published) {
        try {
            WorkspaceFiles files = shelf.filesOf(published);
            List<WorkspaceFiles> earlier = shelf.earlierThan(published);
            Compilation compilation = WorkspaceCompiler.compile(files, earlier);
            if (compilation instanceof Compilation.Compiled compiled) {
                latest = new PublishedWorkspace(
                        published.version(),
                        files.texts(),
                        earlier.stream().map(WorkspaceFiles::texts).toList());
                compiled.leftOut().forEach(this::leaveOut);
                return Optional.of(compiled.workspace());
            }
            refuse(published, compilation.problems());
        } catch (RuntimeException e) {
            refuse(published, List.of(e));
        }
        return Optional.empty();
    }

    private void leaveOut(JourneyRef version, List<Problem> problems) {
        if (leftOut.add(version)) {
            LOG.warn("{} no longer compiles, runs still on it will fail: {}", version, problems);
            meters.versionLeftOut();
        }
    }

    private void refuse(Definition published, List<?> problems) {
        LOG.error("workspace {} is refused, the one before stays: {}", published.version(), problems);
        meters.workspaceRefused();
    }
}
