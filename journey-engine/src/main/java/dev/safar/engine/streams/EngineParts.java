package dev.safar.engine.streams;

import dev.safar.core.model.Workspace;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What all tasks of an engine share.
 *
 * @param workspace the current one, which may change at any time
 * @param board where tasks say how far they are
 */
record EngineParts(
        Supplier<Workspace> workspace,
        InstantSource clock,
        TickSink ticks,
        EngineMeters meters,
        TaskBoard board,
        EngineLimits limits) {}
