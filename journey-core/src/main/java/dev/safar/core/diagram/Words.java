package dev.safar.core.diagram;

import dev.safar.core.model.Awaited;
import dev.safar.core.model.Channel;
import dev.safar.core.model.DateReference;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How people say what the model says. */
final class Words {

    private static final long PER_CENT = 100;

    private Words() {}

    /** {@code 3 days}, {@code 1 hour 30 minutes}. */
    static String length(Duration length) {
        List<String> parts = new ArrayList<>();
        add(parts, length.toDaysPart(), "day");
        add(parts, length.toHoursPart(), "hour");
        add(parts, length.toMinutesPart(), "minute");
        add(parts, length.toSecondsPart(), "second");
        return parts.isEmpty() ? "no time" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number != 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    /** {@code 50 %}; as exactly as one decimal can say it. */
    static String share(long part, long all) {
        double share = all == 0 ? 0 : (double) PER_CENT * part / all;
        return String.format(Locale.ROOT, share == Math.rint(share) ? "%.0f %%" : "%.1f %%", share);
    }

    static String channel(Channel channel) {
        return switch (channel) {
            case EMAIL -> "e-mail";
            case SMS -> "SMS";
            case PUSH -> "push notification";
            case INAPP -> "in-app message";
        };
    }

    static String fate(Awaited.Fate fate) {
        return switch (fate) {
            case DELIVERED -> "is delivered";
            case OPENED -> "is opened";
            case CLICKED -> "is clicked";
            case FAILED -> "can't be delivered";
        };
    }

    static String channels(Collection<Channel> channels) {
        return channels.stream().map(Words::channel).collect(Collectors.joining(", then "));
    }

    /** {@code 3 days before customer.birthday}. */
    static String date(DateReference date) {
        String path = String.join(".", date.path());
        if (date.offset().isZero()) {
            return "the day of " + path;
        }
        return length(date.offset().abs()) + (date.offset().isNegative() ? " before " : " after ") + path;
    }

    static String days(Collection<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .collect(Collectors.joining(" or "));
    }
}
