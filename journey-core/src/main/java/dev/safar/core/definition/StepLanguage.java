package dev.safar.core.definition;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import static dev.safar.core.definition.Construct.Key.optional;
import static dev.safar.core.definition.Construct.Key.required;
import static dev.safar.core.definition.Type.Plain.ANY;
import static dev.safar.core.definition.Type.Plain.CONDITION;
import static dev.safar.core.definition.Type.Plain.DURATION;
import static dev.safar.core.definition.Type.Plain.EVENT;
import static dev.safar.core.definition.Type.Plain.NAME;
import static dev.safar.core.definition.Type.Plain.TEXT;
import static dev.safar.core.definition.Type.Plain.VALUE;
import static dev.safar.core.definition.Type.Plain.WHOLE;

/** The tables of steps: a step's kind is the first key of its table after {@code id}. */
public final class StepLanguage {

    private static final Type STEPS = new Type.Steps();
    private static final Type VALUES = new Type.Named(VALUE);
    private static final Type CHANNEL = new Type.Choice(List.of("email", "sms", "push", "inapp"));

    private static final Construct.Key ID = optional("id", NAME, "the step's name; made of what it does if left out");

    public static final Construct UNTIL = Construct.of(
            "'wait'",
            "A moment.",
            required(
                    "until",
                    TEXT,
                    "start + 24h, 10:00, monday 10:00, weekday 10:00, customer.birthday - 3d or run.start.day + 1d"));

    private static final Construct.Key ON = optional("on", EVENT, "an event of the customer");
    private static final Construct.Key WHERE =
            optional("where", CONDITION, "only such an event; reads event, customer, run, now");
    private static final Construct.Key OPENED = optional("opened", NAME, "the message of this step was opened");
    private static final Construct.Key CLICKED = optional("clicked", NAME, "a link in the message was followed");
    private static final Construct.Key DELIVERED = optional("delivered", NAME, "the message arrived");
    private static final Construct.Key FAILED = optional("failed", NAME, "the message could not be delivered");

    public static final Construct AWAITED =
            Construct.of("one of 'any'", "One thing that can happen.", ON, WHERE, OPENED, CLICKED, DELIVERED, FAILED);

    public static final Construct AWAIT = Construct.of(
            "'wait_for'",
            "What is waited for: one of on, opened, clicked, delivered, failed, any.",
            ON,
            WHERE,
            OPENED,
            CLICKED,
            DELIVERED,
            FAILED,
            optional("any", new Type.ListOf(new Type.Keys(AWAITED)), "whichever of these happens first"),
            optional("timeout", DURATION, "how long at most; then 'else' follows"));

    public static final Construct ELIF = Construct.of(
            "one of 'elif'",
            "A further condition, asked where those before do not hold.",
            required("if", CONDITION, "the condition; reads customer, run, now"),
            optional("then", STEPS, "what follows where it holds"));

    public static final Construct ARM = Construct.of(
            "a branch of 'split'",
            "One way, for a share of the customers.",
            required("weight", WHOLE, "its share of all weights together"),
            optional("then", STEPS, "what follows"));

    public static final Construct OFFER_TERMS = Construct.of(
            "'offer'",
            "What is offered.",
            required("id", NAME, "the offer's name, from which its code is made"),
            required("percent", WHOLE, "how much off, 1 to 100"),
            required("valid_for", DURATION, "how long the code is good"));

    public static final Construct CALLED_SYSTEM = Construct.of(
            "'call'",
            "Whom to ask and what.",
            required("url", TEXT, "where the question goes, by POST"),
            optional("with", VALUES, "what is asked, name to CEL"),
            optional("timeout", DURATION, "how long the run waits for the answer, 30s if left out"),
            optional("as", NAME, "under which name of the run the answer is kept"));

    public static final Construct ADDED = Construct.of(
            "a value of 'set'",
            "A computed value; one of the two keys.",
            optional("value", ANY, "becomes this, CEL or a number"),
            optional("add", ANY, "this is added, CEL or a number; nothing counts as 0"));

    public static final Construct WAIT = Construct.of(
            "a step with 'wait'",
            "Parks the run.",
            ID,
            required("wait", new Type.Either(List.of(DURATION, new Type.Keys(UNTIL))), "how long, or until when"));

    public static final Construct WAIT_FOR = Construct.of(
            "a step with 'wait_for'",
            "Parks the run until something happens.",
            ID,
            required("wait_for", new Type.Keys(AWAIT), "what is waited for"),
            optional("then", STEPS, "what follows where it happens"),
            optional("else", STEPS, "what follows where the timeout ends first"));

    public static final Construct IF = Construct.of(
            "a step with 'if'",
            "Goes one way or another.",
            ID,
            required("if", CONDITION, "the condition; reads customer, run, now"),
            optional("then", STEPS, "what follows where it holds"),
            optional("elif", new Type.ListOf(new Type.Keys(ELIF)), "further conditions, asked in order"),
            optional("else", STEPS, "what follows where none holds"));

    public static final Construct SPLIT = Construct.of(
            "a step with 'split'",
            "Sends shares of the customers different ways, the same customer always the same one.",
            ID,
            required("split", new Type.Named(new Type.Keys(ARM)), "branch name to branch"));

    public static final Construct SEND = Construct.of(
            "a step with 'send'",
            "Sends a message, or says why not.",
            ID,
            required("send", CHANNEL, "the channel"),
            required("template", NAME, "the folder under templates/"),
            optional("with", VALUES, "values for the template, name to CEL; read as with.name"),
            optional(
                    "fallback",
                    new Type.Either(List.of(CHANNEL, new Type.ListOf(CHANNEL))),
                    "channels tried in order where this one can't be used or fails"),
            optional("not_later_than", DURATION, "how late it may still be sent"),
            optional(
                    "quiet",
                    new Type.Choice(List.of("defer", "drop", "ignore")),
                    "what happens in quiet hours; defer if left out"),
            optional(
                    "priority",
                    new Type.Choice(List.of("low", "normal", "high")),
                    "who goes first where a cap lets only some go; normal if left out"),
            optional("topic", NAME, "what it is about, for consent by topic"));

    public static final Construct OFFER = Construct.of(
            "a step with 'offer'",
            "Makes an offer with a code of this run's own.",
            ID,
            required("offer", new Type.Keys(OFFER_TERMS), "what is offered"));

    public static final Construct SET = Construct.of(
            "a step with 'set'",
            "Gives values to the customer or to the run.",
            ID,
            required(
                    "set",
                    new Type.Named(
                            new Type.Either(List.of(TEXT, Type.Plain.NUMBER, Type.Plain.YES_NO, new Type.Keys(ADDED)))),
                    "customer.NAME or run.NAME to a value"));

    public static final Construct CALL = Construct.of(
            "a step with 'call'",
            "Asks another system and waits for its answer.",
            ID,
            required("call", new Type.Keys(CALLED_SYSTEM), "whom to ask and what"),
            optional("then", STEPS, "what follows a good answer"),
            optional("else", STEPS, "what follows a bad one, or none in time"));

    public static final Construct EMIT = Construct.of(
            "a step with 'emit'",
            "Lets an event happen to the customer.",
            ID,
            required("emit", EVENT, "the event's name"),
            optional("with", VALUES, "its fields, name to CEL"));

    public static final Construct BEGIN = Construct.of(
            "a step with 'begin'",
            "Begins another journey for the same customer.",
            ID,
            required("begin", NAME, "the journey, which starts with 'called'"),
            optional("key", VALUE, "tells runs of that journey apart; reads customer, run, now"),
            optional("with", VALUES, "what it reads as run.start, name to CEL"));

    public static final Construct STOP = Construct.of(
            "a step with 'stop'", "Ends the run.", ID, required("stop", TEXT, "the reason, which is counted"));

    /** Every kind of step, in the order of the reference. */
    public static final List<Construct> ALL =
            List.of(WAIT, WAIT_FOR, IF, SPLIT, SEND, OFFER, SET, CALL, EMIT, BEGIN, STOP);

    /** The tables by the key that says what a step does. */
    public static final Map<String, Construct> BY_KIND =
            ALL.stream().collect(Collectors.toUnmodifiableMap(StepLanguage::kind, Function.identity()));

    /** The key that says what a step does. */
    public static String kind(Construct step) {
        return step.keys().get(1).name();
    }

    private StepLanguage() {}
}
