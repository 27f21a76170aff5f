package dev.safar.core.model;

import java.time.LocalDateTime;

/** When a scheduled journey begins, on the workspace's clock. */
public sealed interface Timetable {

    /** Again and again: five fields, as in crontab(5). */
    record Cron(String expression, Recurrence recurrence) implements Timetable {}

    /** One time. */
    record Once(LocalDateTime time) implements Timetable {}
}
