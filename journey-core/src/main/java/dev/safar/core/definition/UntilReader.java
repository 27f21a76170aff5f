package dev.safar.core.definition;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the moments that waits end at. */
final class UntilReader {

    private static final Pattern SINCE_START = Pattern.compile("\\s*start\\s*\\+\\s*(.*?)\\s*");
    private static final Pattern LOCAL = Pattern.compile("\\s*(?:(\\p{L}+)\\s+)?([01]?[0-9]|2[0-3]):([0-5][0-9])\\s*");
    private static final String WEEKDAY = "weekday";
    private static final List<String> DAYS = days();

    private final Fields fields;
    private final List<Flaw> flaws;

    /** @param fields those the moment belongs to */
    UntilReader(Fields fields, List<Flaw> flaws) {
        this.fields = fields;
        this.flaws = flaws;
    }

    Optional<WrittenUntil> read(YamlNode.Scalar text) {
        Matcher sinceStart = SINCE_START.matcher(text.text());
        if (sinceStart.matches()) {
            return fields.duration(text, sinceStart.group(1)).map(WrittenUntil.SinceStart::new);
        }
        Matcher local = LOCAL.matcher(text.text());
        if (local.matches()) {
            return local(text, local);
        }
        Optional<WrittenUntil> date = WrittenDate.of(text).map(WrittenUntil.Dated::new);
        if (date.isEmpty()) {
            String message = "'" + text.text() + "' is not a moment; write it like 'start + 24h', '10:00', "
                    + "'monday 10:00', 'weekday 10:00' or 'customer.birthday - 3d'";
            flaws.add(new Flaw(text.where(), Rules.BAD_DURATION, message));
        }
        return date;
    }

    private Optional<WrittenUntil> local(YamlNode.Scalar text, Matcher matcher) {
        LocalTime time = LocalTime.of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        if (matcher.group(1) == null) {
            return Optional.of(new WrittenUntil.Local(Optional.empty(), false, time));
        }
        String day = matcher.group(1).toLowerCase(Locale.ROOT);
        if (!DAYS.contains(day)) {
            String message = "there is no day '" + matcher.group(1) + "'; " + Nearest.hint(day, DAYS);
            flaws.add(new Flaw(text.at(matcher.start(1)), Rules.BAD_DURATION, message));
            return Optional.empty();
        }
        boolean weekday = day.equals(WEEKDAY);
        Optional<DayOfWeek> named =
                weekday ? Optional.empty() : Optional.of(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
        return Optional.of(new WrittenUntil.Local(named, weekday, time));
    }

    private static List<String> days() {
        List<String> days = new ArrayList<>(Arrays.stream(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList());
        days.add(WEEKDAY);
        return List.copyOf(days);
    }
}
