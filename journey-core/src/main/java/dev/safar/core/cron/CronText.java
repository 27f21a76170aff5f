package dev.safar.core.cron;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.safar.core.model.Recurrence;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Reads timetables in the notation of crontab(5): minute, hour, day of the month, month, day of the week. */
public final class CronText {

    private static final int LENGTH_LIMIT = 200;

    private CronText() {}

    /** Empty where the text is no such timetable. */
    public static Optional<Recurrence> read(String text) {
        if (text.length() > LENGTH_LIMIT) {
            return Optional.empty();
        }
        try {
            CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            ExecutionTime time = ExecutionTime.forCron(parser.parse(text));
            return Optional.of(
                    after -> time.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
