package dev.safar.core.compile;

import dev.safar.core.definition.WrittenEvent;
import dev.safar.core.definition.WrittenGoal;
import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.definition.WrittenMigration;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Condition;
import dev.safar.core.model.Goal;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Migration;
import dev.safar.core.model.StepId;
import dev.safar.core.model.StopRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the program of a journey in which no rule is broken. */
final class JourneyBuilder {

    private final JourneyDraft draft;

    private JourneyBuilder(JourneyDraft draft) {
        this.draft = draft;
    }

    static Journey build(JourneyDraft draft) {
        return new JourneyBuilder(draft).journey();
    }

    private Journey journey() {
        WrittenJourney written = draft.written();
        return new Journey(
                draft.ref(),
                written.owner().map(YamlNode.Scalar::text).orElse(""),
                written.title().map(YamlNode.Scalar::text).orElse(""),
                StartBuilder.build(draft),
                AdmissionBuilder.build(draft),
                written.stops().stream().map(this::stop).toList(),
                written.goal().map(this::goal),
                StepLayout.of(draft),
                written.migration().map(JourneyBuilder::migration),
                Observation.startFields(draft));
    }

    private static Migration migration(WrittenMigration written) {
        Map<StepId, StepId> steps = new HashMap<>();
        written.steps().forEach((old, target) -> steps.put(new StepId(old), new StepId(target.text())));
        return new Migration(steps);
    }

    private StopRule stop(WrittenEvent written) {
        return new StopRule(written.on().text(), condition(written));
    }

    private Optional<Condition> condition(WrittenEvent event) {
        return event.where().map(draft.expressions()::condition);
    }

    private Goal goal(WrittenGoal written) {
        return new Goal(
                written.event().on().text(),
                condition(written.event()),
                written.within().length(),
                written.value().map(draft.expressions()::value));
    }
}
