package dev.safar.core.compile;

import dev.safar.core.definition.WrittenDuration;
import dev.safar.core.definition.WrittenEvent;
import dev.safar.core.definition.WrittenGoal;
import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Admission;
import dev.safar.core.model.Condition;
import dev.safar.core.model.Goal;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Start;
import dev.safar.core.model.StopRule;
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
                "",
                start(written.start()),
                Admission.OPEN,
                written.stops().stream().map(this::stop).toList(),
                written.goal().map(JourneyBuilder::goal),
                StepLayout.of(draft),
                Optional.empty(),
                Observation.startFields(draft));
    }

    private Start start(WrittenStart written) {
        if (written instanceof WrittenStart.OnEvent start) {
            return new Start.OnEvent(
                    start.event().on().text(),
                    condition(start.event()),
                    start.key().map(draft.expressions()::key),
                    AgainRule.of(start).orElseThrow());
        }
        WrittenStart.Inactive start = (WrittenStart.Inactive) written;
        return new Start.Inactive(start.event().text(), start.length().length(), false);
    }

    private StopRule stop(WrittenEvent written) {
        return new StopRule(written.on().text(), condition(written));
    }

    private Optional<Condition> condition(WrittenEvent event) {
        return event.where().map(draft.expressions()::condition);
    }

    private static Goal goal(WrittenGoal written) {
        WrittenDuration within = written.within();
        return new Goal(written.on().text(), Optional.empty(), within.length(), Optional.empty());
    }
}
