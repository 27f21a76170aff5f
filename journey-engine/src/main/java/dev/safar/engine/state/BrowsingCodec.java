package dev.safar.engine.state;

import dev.safar.core.runtime.Browsing;
import dev.safar.core.runtime.Cart;
import dev.safar.core.runtime.Sessions;
import dev.safar.engine.state.wire.BrowsingState;
import dev.safar.engine.state.wire.CartChange;
import dev.safar.engine.state.wire.CustomerState;
import dev.safar.engine.state.wire.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is remembered of visits, as part of a stored customer; nothing where nothing is. */
final class BrowsingCodec {

    private BrowsingCodec() {}

    static void write(BackwardWriter out, Browsing browsing) {
        if (browsing.equals(Browsing.NONE)) {
            return;
        }
        int mark = out.mark();
        BackwardWriter.lastFirst(browsing.cart().changes(), change -> write(out, change));
        browsing.cart().emptied().ifPresent(at -> ValueCodec.moment(out, BrowsingState.CART_EMPTIED_FIELD_NUMBER, at));
        ValueCodec.moments(out, BrowsingState.SEEN_FIELD_NUMBER, browsing.seen(), product -> product);
        BackwardWriter.lastFirst(browsing.sessions().recent(), session -> write(out, session));
        out.number(
                BrowsingState.CLOSED_SESSIONS_FIELD_NUMBER, browsing.sessions().closed());
        out.message(CustomerState.BROWSING_FIELD_NUMBER, mark);
    }

    private static void write(BackwardWriter out, Sessions.Span span) {
        int mark = out.mark();
        ValueCodec.moment(out, Span.TO_FIELD_NUMBER, span.to());
        ValueCodec.moment(out, Span.FROM_FIELD_NUMBER, span.from());
        out.message(BrowsingState.SESSIONS_FIELD_NUMBER, mark);
    }

    private static void write(BackwardWriter out, Cart.Change change) {
        int mark = out.mark();
        change.price().ifPresent(price -> out.givenReal(CartChange.PRICE_FIELD_NUMBER, price));
        out.signed(CartChange.QUANTITY_FIELD_NUMBER, change.quantity());
        out.text(CartChange.PRODUCT_FIELD_NUMBER, change.product());
        ValueCodec.moment(out, CartChange.TIME_FIELD_NUMBER, change.time());
        out.message(BrowsingState.CART_CHANGES_FIELD_NUMBER, mark);
    }

    static Browsing decode(CustomerState customer) {
        if (!customer.hasBrowsing()) {
            return Browsing.NONE;
        }
        BrowsingState wire = customer.getBrowsing();
        Map<String, Instant> seen = new HashMap<>();
        wire.getSeenMap().forEach((product, at) -> seen.put(product, ValueCodec.instant(at)));
        return new Browsing(
                new Sessions(
                        wire.getClosedSessions(),
                        wire.getSessionsList().stream()
                                .map(span -> new Sessions.Span(
                                        ValueCodec.instant(span.getFrom()), ValueCodec.instant(span.getTo())))
                                .toList()),
                seen,
                new Cart(
                        wire.hasCartEmptied()
                                ? Optional.of(ValueCodec.instant(wire.getCartEmptied()))
                                : Optional.empty(),
                        wire.getCartChangesList().stream()
                                .map(BrowsingCodec::decode)
                                .toList()));
    }

    private static Cart.Change decode(CartChange wire) {
        return new Cart.Change(
                ValueCodec.instant(wire.getTime()),
                wire.getProduct(),
                wire.getQuantity(),
                wire.hasPrice() ? Optional.of(wire.getPrice()) : Optional.empty());
    }
}
