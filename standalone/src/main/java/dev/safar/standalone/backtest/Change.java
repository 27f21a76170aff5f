package dev.safar.standalone.backtest;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.safar.core.runtime.MessageDecision.MessageRequested;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message that a customer would get from one workspace and not, or not so, from the other.
 *
 * @param now from the workspace that is tested; empty if it sends nothing there
 * @param against from the other one
 */
public record Change(Kind change, String journey, String step, Optional<Shipment> now, Optional<Shipment> against) {

    /** In what way it is different. */
    public enum Kind {
        /** Only the tested workspace sends it. */
        ADDED,
        /** Only the other one sends it. */
        REMOVED,
        /** At another time. */
        MOVED,
        /** Something else is in it. */
        CHANGED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is told of a message: when, by what, made from which template. */
    public record Shipment(Instant at, String channel, String template) {

        static Shipment of(MessageRequested message) {
            return new Shipment(
                    message.at(),
                    message.channel().wireName(),
                    message.template().value());
        }
    }

    static Change added(MessageRequested message) {
        return of(Kind.ADDED, message, Optional.of(Shipment.of(message)), Optional.empty());
    }

    static Change removed(MessageRequested message) {
        return of(Kind.REMOVED, message, Optional.empty(), Optional.of(Shipment.of(message)));
    }

    /** Between two forms of the same message; empty if the customer sees none. */
    static Optional<Change> between(MessageRequested now, MessageRequested against) {
        Optional<Kind> kind = !sameContent(now, against)
                ? Optional.of(Kind.CHANGED)
                : Optional.of(Kind.MOVED).filter(moved -> !now.at().equals(against.at()));
        return kind.map(change -> of(change, now, Optional.of(Shipment.of(now)), Optional.of(Shipment.of(against))));
    }

    Instant at() {
        return now.or(() -> against).orElseThrow().at();
    }

    private static boolean sameContent(MessageRequested one, MessageRequested other) {
        return one.channel() == other.channel()
                && one.template().equals(other.template())
                && one.templateVersion().equals(other.templateVersion())
                && one.to().equals(other.to())
                && one.locale().equals(other.locale())
                && one.variables().equals(other.variables());
    }

    private static Change of(Kind kind, MessageRequested message, Optional<Shipment> now, Optional<Shipment> against) {
        return new Change(kind, message.journey().id().value(), message.step().value(), now, against);
    }
}
