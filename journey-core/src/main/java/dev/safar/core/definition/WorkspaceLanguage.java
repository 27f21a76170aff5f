package dev.safar.core.definition;

import java.util.List;

import static dev.safar.core.definition.Construct.Key.optional;
import static dev.safar.core.definition.Construct.Key.required;
import static dev.safar.core.definition.Type.Plain.CLOCK;
import static dev.safar.core.definition.Type.Plain.DURATION;
import static dev.safar.core.definition.Type.Plain.NAME;
import static dev.safar.core.definition.Type.Plain.NUMBER;
import static dev.safar.core.definition.Type.Plain.TEXT;
import static dev.safar.core.definition.Type.Plain.WHOLE;
import static dev.safar.core.definition.Type.Plain.YES_NO;

/** The tables of {@code workspace.yaml}. */
public final class WorkspaceLanguage {

    private static final Type CONSENT = new Type.Choice(List.of("opt-in", "opt-out"));

    private static final Type DAY =
            new Type.Choice(List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"));

    public static final Construct QUIET = Construct.of(
            "quiet hours",
            "When a channel keeps silent, in the customer's own zone.",
            required("from", CLOCK, "the first quiet minute"),
            required("to", CLOCK, "the first minute that is not; the next day's where it is not after 'from'"),
            optional("weekend", YES_NO, "whether days of the weekend are quiet all day"));

    public static final Construct CAP = Construct.of(
            "a cap",
            "How many messages of a channel a customer gets at most, over all journeys.",
            optional("per_day", WHOLE, "per day of the customer's calendar"),
            optional("per_week", WHOLE, "in any seven such days in a row"),
            optional(
                    "over",
                    new Type.Choice(List.of("defer", "drop")),
                    "what happens to one too many; defer if left out"));

    public static final Construct HOLDOUT = Construct.of(
            "'holdout'",
            "Customers who get no messages, so that what messages achieve can be measured.",
            required("share", NUMBER, "in per cent of all customers, 0 to 100"),
            optional("except", new Type.ListOf(NAME), "topics that reach them all the same"));

    public static final Construct OFFERS = Construct.of(
            "'offers'",
            "How many offers one customer gets, over all journeys.",
            required("per_customer", WHOLE, "so many at most"),
            required("within", DURATION, "in any such time"));

    public static final Construct APPLY = Construct.of(
            "'apply'",
            "How many customers in flight a change may touch without being asked twice.",
            optional("max_customers", WHOLE, "so many"),
            optional("max_share", NUMBER, "in per cent of those in flight"));

    public static final Construct CONSENTS = perChannel("'consent'", "Whether a channel needs a yes.", CONSENT);
    public static final Construct QUIET_HOURS =
            perChannel("'quiet_hours'", "When channels keep silent.", new Type.Keys(QUIET));
    public static final Construct CAPS = perChannel("'caps'", "How many messages a customer gets.", new Type.Keys(CAP));
    public static final Construct SENDERS =
            perChannel("'senders'", "Who a message is from: an address, a number, an application.", TEXT);

    public static final Construct WORKSPACE = Construct.of(
            "a workspace",
            "What holds for all journeys.",
            optional("zone", TEXT, "the zone of customers whose own is not known, such as Asia/Tehran"),
            optional("locale", TEXT, "the locale of customers who have none of their own"),
            optional("max_event_age", DURATION, "an older event updates the customer and starts nothing"),
            optional("consent", new Type.Keys(CONSENTS), "opt-out: allowed until refused; opt-in: only after a yes"),
            optional("topics", new Type.Named(CONSENT), "what messages are about, each with its consent"),
            optional("weekend", new Type.ListOf(DAY), "the days on which the week rests"),
            optional("quiet_hours", new Type.Keys(QUIET_HOURS), "when channels keep silent"),
            optional("caps", new Type.Keys(CAPS), "how many messages a customer gets at most"),
            optional("holdout", new Type.Keys(HOLDOUT), "customers who get no messages"),
            optional("offers", new Type.Keys(OFFERS), "how many offers a customer gets at most"),
            optional("apply", new Type.Keys(APPLY), "how many customers a change may touch"),
            optional("senders", new Type.Keys(SENDERS), "who messages are from"),
            optional("shop", new Type.Named(Type.Plain.ANY), "values for templates, as shop.name"));

    private WorkspaceLanguage() {}

    private static Construct perChannel(String name, String meaning, Type type) {
        return Construct.of(
                name,
                meaning,
                optional("email", type, "for e-mail"),
                optional("sms", type, "for text messages"),
                optional("push", type, "for push notifications"),
                optional("inapp", type, "for messages in the shop"));
    }
}
