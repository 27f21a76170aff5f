package dev.safar.core.definition;

import java.util.List;

import static dev.safar.core.definition.Construct.Key.optional;
import static dev.safar.core.definition.Construct.Key.required;
import static dev.safar.core.definition.Type.Plain.CLOCK;
import static dev.safar.core.definition.Type.Plain.CONDITION;
import static dev.safar.core.definition.Type.Plain.DATE;
import static dev.safar.core.definition.Type.Plain.DURATION;
import static dev.safar.core.definition.Type.Plain.EVENT;
import static dev.safar.core.definition.Type.Plain.NAME;
import static dev.safar.core.definition.Type.Plain.TEXT;
import static dev.safar.core.definition.Type.Plain.VALUE;
import static dev.safar.core.definition.Type.Plain.YES_NO;

/**
 * The tables of a journey file and of a segment file: each construct with its keys. Steps have tables of their own in
 * {@link StepLanguage}, and {@code workspace.yaml} in {@link WorkspaceLanguage}.
 */
public final class Language {

    private static final Type AGAIN = new Type.Choice(List.of("ignore", "restart", "parallel"));

    public static final Construct INACTIVE = Construct.of(
            "'inactive'",
            "A silence: so long without an event since the last one.",
            required("no", EVENT, "the event that does not happen"),
            required("for", DURATION, "how long"),
            optional(
                    "or_since",
                    new Type.Choice(List.of("first_seen")),
                    "counts customers who never had the event too, since they were first seen"));

    public static final Construct SCHEDULE = Construct.of(
            "'schedule'",
            "A timetable on the workspace's clock; one of the two keys.",
            optional("cron", TEXT, "again and again: minute, hour, day of month, month, day of week"),
            optional("once", DATE, "one time"));

    public static final Construct START = Construct.of(
            "'start'",
            "What begins a run: one of on, inactive, enters, leaves, at, schedule, called.",
            optional("on", EVENT, "an event begins a run"),
            optional("where", CONDITION, "only such an event; reads event, customer, now"),
            optional("inactive", new Type.Keys(INACTIVE), "a silence begins a run, once per silence"),
            optional("enters", NAME, "coming into this segment begins a run"),
            optional("leaves", NAME, "leaving this segment begins a run"),
            optional("at", TEXT, "a date in the customer's data begins a run, such as customer.birthday - 3d"),
            optional("repeat", new Type.Choice(List.of("once", "yearly")), "with 'at': once (the default) or yearly"),
            optional("time", CLOCK, "with 'at': the time of the customer's clock, 09:00 if left out"),
            optional("schedule", new Type.Keys(SCHEDULE), "a timetable begins a run for every customer"),
            optional("segment", NAME, "with 'schedule': only for customers of this segment"),
            optional(
                    "called", YES_NO, "the step 'begin' of another journey, or the event Journey Called, begins a run"),
            optional("key", VALUE, "tells runs of one customer apart; with 'on' and 'called'"),
            optional("again", AGAIN, "what a further start with the same key does; ignore if left out"),
            optional(
                    "audience",
                    CONDITION,
                    "only customers for whom this holds; reads customer, now, and the event that starts it"),
            optional("from", DATE, "no run begins before"),
            optional("to", DATE, "no run begins from then on; a day alone is the last"),
            optional("max_event_age", DURATION, "an older event starts nothing; the workspace's if left out"),
            optional("cooldown", DURATION, "how long after a run began the customer begins no other"));

    public static final Construct STOP = Construct.of(
            "'stop'",
            "An event that ends a run at once, wherever it waits.",
            required("on", EVENT, "the event"),
            optional("where", CONDITION, "only such an event; reads event, customer, run, now"));

    public static final Construct GOAL = Construct.of(
            "'goal'",
            "What the journey is for, counted once per run.",
            required("on", EVENT, "the event"),
            optional("where", CONDITION, "only such an event; reads event, customer, run, now"),
            required("within", DURATION, "how long after the start of the run it counts"),
            optional("value", VALUE, "what it is worth, a number; reads event"));

    public static final Construct MIGRATE = Construct.of(
            "'migrate'",
            "Lets runs of earlier versions come over to this one.",
            optional("steps", new Type.Named(NAME), "old step to new step; a step of the same name needs no line"));

    public static final Construct JOURNEY = Construct.of(
            "a journey",
            "One story, told once per run.",
            required("journey", NAME, "the journey's name, that of its file"),
            optional("title", TEXT, "what people call it, in any script"),
            optional("owner", TEXT, "whom to ask"),
            required("start", new Type.Keys(START), "what begins a run"),
            optional("stop", new Type.ListOf(new Type.Keys(STOP)), "what ends a run at once"),
            optional("goal", new Type.Keys(GOAL), "what it is for"),
            optional("migrate", new Type.Keys(MIGRATE), "how runs of earlier versions come over"),
            required("steps", new Type.Steps(), "what happens, in order"));

    public static final Construct SEGMENT = Construct.of(
            "a segment",
            "A named condition over a customer.",
            required("segment", NAME, "the segment's name, that of its file"),
            optional("title", TEXT, "what people call it, in any script"),
            required("where", CONDITION, "who is in it; reads customer, now"));

    private Language() {}
}
