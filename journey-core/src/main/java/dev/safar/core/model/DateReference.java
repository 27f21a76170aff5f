package dev.safar.core.model;

import java.time.Duration;
import java.util.List;

/**
 * A date in the data and a distance from it, such as {@code customer.birthday - 3d}.
 *
 * @param path what to read, from {@code customer} or {@code run} on, such as {@code [customer, birthday]}
 * @param offset added to it; whole days are days of the calendar
 */
public record DateReference(List<String> path, Duration offset) {

    public DateReference {
        path = List.copyOf(path);
    }
}
