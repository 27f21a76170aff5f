package dev.safar.core.compile;

import dev.safar.core.definition.WrittenAdmission;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.YamlNode;

/** Times at which a journey begins, and days between which it does, can be read. */
final class StartTimeRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        WrittenStart written = journey.written().start();
        if (written instanceof WrittenStart.AtDate start
                && DateTexts.timeOf(start).isEmpty()) {
            YamlNode.Scalar time = start.time().orElseThrow();
            String message = "'" + time.text() + "' is not a time of day; write it like 09:00, in quotes";
            problems.error(time.where(), RuleNames.BAD_TIME, message);
        } else if (written instanceof WrittenStart.Once start) {
            checkMoment(start.time(), problems);
        }
        WrittenAdmission admission = journey.written().admission();
        admission.from().ifPresent(from -> checkMoment(from, problems));
        admission.to().ifPresent(to -> checkMoment(to, problems));
    }

    private static void checkMoment(YamlNode.Scalar moment, Problems problems) {
        if (DateTexts.moment(moment.text()).isEmpty()) {
            String message =
                    "'" + moment.text() + "' is not a day or a time; write it like 2026-12-01 or 2026-12-01T09:00";
            problems.error(moment.where(), RuleNames.BAD_TIME, message);
        }
    }
}
