package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.List;

import static dev.safar.core.definition.Construct.Key.optional;
import static dev.safar.core.definition.Construct.Key.required;
import static dev.safar.core.definition.Type.Plain.ANY;
import static dev.safar.core.definition.Type.Plain.DATE;
import static dev.safar.core.definition.Type.Plain.DURATION;
import static dev.safar.core.definition.Type.Plain.EVENT;
import static dev.safar.core.definition.Type.Plain.NAME;
import static dev.safar.core.definition.Type.Plain.TEXT;
import static dev.safar.core.definition.Type.Plain.WHOLE;
import static dev.safar.core.definition.Type.Plain.YES_NO;

/** The tables of the files in {@code tests/}. */
public final class ScenarioLanguage {

    private static final Type CHANNEL = new Type.Choice(List.of("email", "sms", "push", "inapp"));

    public static final Construct CUSTOMER = Construct.open(
            "'customer'",
            "The customer: the id, and what the shop knows from the beginning.",
            optional("id", TEXT, "the customer's id"),
            optional("email", TEXT, "the address of the channel email"),
            optional("phone", TEXT, "the address of the channel sms"),
            optional("locale", TEXT, "which file of a template"),
            optional("zone", TEXT, "the customer's own zone, such as Asia/Tehran"),
            optional("consents", ANY, "the channels allowed: a list, or a map of yes and no"));

    public static final Construct GIVEN = Construct.open(
            "one of 'events'",
            "Something that happens; with 'event', all other keys are the event's fields.",
            required("at", DURATION, "when it happens, counted from the beginning"),
            optional("received", DURATION, "when it becomes known, if later"),
            optional("id", TEXT, "the messageId; the same twice is the same call"),
            optional("status", WHOLE, "with 'answered': the HTTP status, 200 if left out"),
            optional("body", ANY, "with 'answered': the answer itself"),
            optional("imported", YES_NO, "from the past: it starts nothing"),
            optional("event", EVENT, "an event of the shop"),
            optional("identify", new Type.Named(ANY), "the shop says something about the customer"),
            optional("answered", NAME, "the system answers that this step asked"),
            optional("sent", NAME, "a report on the last message of a step, by its id or template"),
            optional("delivered", NAME, "a report: the message arrived"),
            optional("opened", NAME, "a report: the message was opened"),
            optional("clicked", NAME, "a report: a link in the message was followed"),
            optional("bounced", NAME, "a report: the address is none"),
            optional("failed", NAME, "a report: the message could not be delivered"),
            optional("dropped", NAME, "a report: the message was not sent after all"));

    public static final Construct EXPECTED = Construct.of(
            "one of 'expect'",
            "Something that comes of it.",
            required("at", DURATION, "when, counted from the beginning"),
            optional("journey", NAME, "of which journey, where several are compared"),
            optional("template", NAME, "the template of a message"),
            optional("send", CHANNEL, "a message is sent"),
            optional("hold", TEXT, "a message is held back, with this reason"),
            optional("skip", TEXT, "a message is not sent, with this reason"),
            optional("offer", TEXT, "an offer is made, with this id"),
            optional("branch", TEXT, "a way is taken"),
            optional("set", TEXT, "a value is given"),
            optional("call", TEXT, "another system is asked"),
            optional("emit", TEXT, "an event is made to happen"),
            optional("begin", TEXT, "another journey is begun"),
            optional("goal", TEXT, "the goal is reached"),
            optional("enter", TEXT, "a run begins, with this key"),
            optional("refuse", TEXT, "a run does not begin, with this reason"),
            optional("end", TEXT, "the run ends, with this reason"));

    private static final Construct.Key JOURNEYS =
            optional("journeys", new Type.ListOf(NAME), "the journeys that are compared");

    private static final Construct.Key CUSTOMERS =
            optional("customer", new Type.Keys(CUSTOMER), "to whom all of it happens");

    private static final Construct.Key STARTS =
            optional("starts", DATE, "the date, or moment, from which all times count");

    public static final Construct SCENARIO = Construct.of(
            "a scenario",
            "A story of one customer, and what should come of it.",
            required("name", TEXT, "the story in a sentence"),
            JOURNEYS,
            CUSTOMERS,
            STARTS,
            optional("events", new Type.ListOf(new Type.Keys(GIVEN)), "what happens"),
            optional("until", DURATION, "when the story ends; without it, when nothing more can happen"),
            required("expect", new Type.ListOf(new Type.Keys(EXPECTED)), "what should come of it"));

    public static final Construct FILE = Construct.of(
            "a file of scenarios",
            "Stories that are played in virtual time.",
            optional("journey", NAME, "the journey that is compared"),
            JOURNEYS,
            CUSTOMERS,
            STARTS,
            required("scenarios", new Type.ListOf(new Type.Keys(SCENARIO)), "the stories"));

    private ScenarioLanguage() {}

    /** The keys of something that happens, of which one says what it is. */
    public static List<String> kindsOfGiven() {
        return after(GIVEN, "imported");
    }

    /** The keys of something expected, of which one says what it is. */
    public static List<String> kindsOfExpected() {
        return after(EXPECTED, "template");
    }

    private static List<String> after(Construct construct, String key) {
        List<String> names = new ArrayList<>(construct.keyNames());
        return List.copyOf(names.subList(names.indexOf(key) + 1, names.size()));
    }
}
