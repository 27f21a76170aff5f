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

    static void encode(Browsing browsing, CustomerState.Builder customer) {
        if (browsing.equals(Browsing.NONE)) {
            return;
        }
        BrowsingState.Builder wire =
                BrowsingState.newBuilder().setClosedSessions(browsing.sessions().closed());
        browsing.sessions()
                .recent()
                .forEach(span -> wire.addSessions(Span.newBuilder()
                        .setFrom(ValueCodec.moment(span.from()))
                        .setTo(ValueCodec.moment(span.to()))));
        browsing.seen().forEach((product, at) -> wire.putSeen(product, ValueCodec.moment(at)));
        browsing.cart().emptied().ifPresent(at -> wire.setCartEmptied(ValueCodec.moment(at)));
        browsing.cart().changes().forEach(change -> wire.addCartChanges(encode(change)));
        customer.setBrowsing(wire);
    }

    private static CartChange encode(Cart.Change change) {
        CartChange.Builder wire = CartChange.newBuilder()
                .setTime(ValueCodec.moment(change.time()))
                .setProduct(change.product())
                .setQuantity(change.quantity());
        change.price().ifPresent(wire::setPrice);
        return wire.build();
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
