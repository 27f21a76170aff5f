package dev.safar.standalone.backtest;

import dev.safar.core.model.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be lived through, and what is wanted of it.
 *
 * @param against another workspace for the same events
 * @param until how long virtual time goes on at least; it never ends before the last event
 */
public record BacktestRequest(
        Recording events, Workspace workspace, Optional<Workspace> against, Optional<Instant> until, Files files) {

    /**
     * What is written.
     *
     * @param decisions every decision, a line each
     * @param differences every customer who would get something else, a line each
     * @param shown how many of those customers the report names
     */
    public record Files(Optional<Path> decisions, Optional<Path> differences, int shown) {

        List<Path> all() {
            return Stream.concat(decisions.stream(), differences.stream()).toList();
        }
    }

    /** The workspace, and the other one if there is one. */
    List<Workspace> workspaces() {
        return Stream.concat(Stream.of(workspace), against.stream()).toList();
    }
}
