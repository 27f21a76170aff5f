package dev.safar.engine.definition;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what was published and can't be used. */
public final class DefinitionMeters {

    private final Counter refused;
    private final Counter leftOut;

    public DefinitionMeters(MeterRegistry registry) {
        this.refused = Counter.builder("safar.definitions.refused")
                .description("published workspaces that did not compile")
                .register(registry);
        this.leftOut = Counter.builder("safar.definitions.left.out")
                .description("earlier versions of journeys that no longer compile")
                .register(registry);
    }

    void workspaceRefused() {
        refused.increment();
    }

    void versionLeftOut() {
        leftOut.increment();
    }
}
