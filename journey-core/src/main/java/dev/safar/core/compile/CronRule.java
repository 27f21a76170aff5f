package dev.safar.core.compile;

import dev.safar.core.cron.CronText;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Recurrence;
import java.time.LocalDateTime;
import java.util.Optional;

/** A timetable can be read and comes to a time at all. */
final class CronRule implements JourneyRule {

    /** Any will do: what comes at all comes within a few years. */
    private static final LocalDateTime SOME_DAY = LocalDateTime.of(2024, 1, 1, 0, 0);

    private static final String HINT = "write five fields like 0 9 * * 1: minute, hour, day, month, day of the week";

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        if (journey.written().start() instanceof WrittenStart.Cron start) {
            YamlNode.Scalar cron = start.cron();
            Optional<Recurrence> recurrence = CronText.read(cron.text());
            if (recurrence.isEmpty()) {
                report(cron, "is not a timetable", problems);
            } else if (recurrence.get().next(SOME_DAY).isEmpty()) {
                report(cron, "never comes", problems);
            }
        }
    }

    private static void report(YamlNode.Scalar cron, String fault, Problems problems) {
        problems.error(cron.where(), "bad-cron", "'" + cron.text() + "' " + fault + "; " + HINT);
    }
}
