package dev.safar.engine.state;

import dev.safar.core.runtime.Browsing;
import dev.safar.core.runtime.Cart;
import dev.safar.core.runtime.Sessions;
import dev.safar.engine.state.wire.BrowsingState;
import dev.safar.engine.state.wire.CartChange;
import dev.safar.engine.state.wire.CustomerState;
import dev.safar.engine.state.wire.Span;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    static Browsing read(ForwardReader in) throws IOException {
        long closed = 0;
        List<Sessions.Span> recent = new ArrayList<>();
        Map<String, Instant> seen = new HashMap<>();
        Optional<Instant> emptied = Optional.empty();
        List<Cart.Change> changes = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case BrowsingState.CLOSED_SESSIONS_FIELD_NUMBER -> closed = in.number();
                case BrowsingState.SESSIONS_FIELD_NUMBER -> recent.add(in.message(BrowsingCodec::span));
                case BrowsingState.SEEN_FIELD_NUMBER -> in.entry(seen, ValueCodec::moment);
                case BrowsingState.CART_EMPTIED_FIELD_NUMBER -> emptied = Optional.of(ValueCodec.moment(in));
                case BrowsingState.CART_CHANGES_FIELD_NUMBER -> changes.add(in.message(BrowsingCodec::change));
                default -> in.skip();
            }
        }
        return new Browsing(new Sessions(closed, recent), seen, new Cart(emptied, changes));
    }

    private static Sessions.Span span(ForwardReader in) throws IOException {
        Instant from = Instant.EPOCH;
        Instant to = Instant.EPOCH;
        while (in.next()) {
            switch (in.field()) {
                case Span.FROM_FIELD_NUMBER -> from = ValueCodec.moment(in);
                case Span.TO_FIELD_NUMBER -> to = ValueCodec.moment(in);
                default -> in.skip();
            }
        }
        return new Sessions.Span(from, to);
    }

    private static Cart.Change change(ForwardReader in) throws IOException {
        Instant time = Instant.EPOCH;
        String product = "";
        long quantity = 0;
        Optional<Double> price = Optional.empty();
        while (in.next()) {
            switch (in.field()) {
                case CartChange.TIME_FIELD_NUMBER -> time = ValueCodec.moment(in);
                case CartChange.PRODUCT_FIELD_NUMBER -> product = in.text();
                case CartChange.QUANTITY_FIELD_NUMBER -> quantity = in.signed();
                case CartChange.PRICE_FIELD_NUMBER -> price = Optional.of(in.real());
                default -> in.skip();
            }
        }
        return new Cart.Change(time, product, quantity, price);
    }
}
