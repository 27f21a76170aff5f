package dev.safar.core.definition;

import java.util.Map;

/**
 * How runs of earlier versions come over, as its author wrote it.
 *
 * @param steps old step to new step
 */
public record WrittenMigration(Map<String, YamlNode.Scalar> steps) {

    public WrittenMigration {
        steps = Map.copyOf(steps);
    }
}
