package dev.safar.core.expression;

import dev.safar.core.definition.Location;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Condition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypeCheckTest {

    private static final Place AT_AN_ORDER =
            Place.of(EnumSet.allOf(Root.class)).at("Order Completed").startedBy(Optional.of("Product Added"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "event.total == 'x' ~ 13 '==' compares a number with a text",
                "event.order_id > 5 ~ 16 '>' compares a text with a number",
                "event['order_id'] != 5 ~ 19 '!=' compares a text with a number",
                "run.start.price + 1 == 'x' ~ 21 '==' compares a number with a text",
                "run.start.cart_id == event.total ~ 19 '==' compares a text with a number",
                "run.started_at == 'x' ~ 16 '==' compares a time with a text",
                "run.started_at > 5 ~ 16 '>' compares a time with a number",
                "run.key == 17 ~ 9 '==' compares a text with a number",
                "customer.last('X') > 5 ~ 20 '>' can't be used with a time, a number",
                "customer.last('X') > '2026-01-01' ~ 20 '>' can't be used with a time, a text",
                "customer.count('X') == '3' ~ 21 '==' can't be used with a number, a text",
                "customer.sum('X', 'y') == '3' ~ 24 '==' compares a number with a text",
                "customer.sessions == 'many' ~ 19 '==' compares a number with a text",
                "customer.email > 5 ~ 16 '>' compares a text with a number",
                "customer.cart > 5 ~ 15 '>' compares a group of fields with a number",
                "customer.cart.totl > 5 ~ 14 there is no 'totl' here; did you mean 'total'?",
                "customer.cart > customer.cart ~ 15 '>' can't order a group of fields",
                "customer.cart.items > [] ~ 21 '>' can't be used with a value, a list",
                "customer.cart.items.exists(i, i.quantity == 'x') ~ 42 '==' compares a number with a text",
                "event.products.exists(p, p.price == 'x') ~ 34 '==' compares a number with a text",
                "event.products[0].price == 'x' ~ 25 '==' compares a number with a text",
                "event.total.all(p, p > 1) ~ 6 a number has no items to look at",
                "event.total.size > 1 ~ 12 a number has no field 'size'",
                "event.total ~ 1 a condition must be true or false, this is a number",
                "event.total && true ~ 13 '&&' can't be used with a number",
                "!event.order_id ~ 1 '!' can't be used with a text",
                "event.total ? true : false ~ 13 '?:' can't be used with a number",
                "event.total.contains('x') ~ 21 'contains' can't be used with a number",
                "event.total in ['a', 'b'] ~ 13 'in' looks for a number in a list of which every item is a text",
                "'a' in event.total ~ 6 'in' can't look into a number",
                "event.order_id + 1 == 'x' ~ 16 '+' can't be used with a text and a number",
                "event.order_id - event.coupon == 'x' ~ 16 '-' can't be used with a text and a text",
                "run.started_at - event.total > now ~ 16 '-' can't be used with a time and a number",
                "event.total == null ~ 13 nothing is ever equal to null",
                "(event.total > 1 ? 1 : 2) == 'x' ~ 27 '==' can't be used with a number, a text",
                "now == ago('3d') && now - 3 > now ~ 25 '-' can't be used with a time, a number",
                "customer.sum('Order Completed', 'order_id') > 1 ~ 33 'order_id' is a text, which can't be added up",
                "customer.seen(now) ~ 14 'seen' can't be used with a time"
            })
    void findsWhatNeverHolds(String text, String beginning) {
        List<String> found = check(text).flaws().stream()
                .map(flaw -> flaw.where().column() + " " + flaw.message())
                .toList();

        assertThat(found).singleElement().asString().startsWith(beginning);
        assertThat(found).allSatisfy(flaw -> assertThat(flaw).contains("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "customer.count(event.name) > 1 ~ 16 the event's name must be written out",
                "customer.count('') > 1 ~ 16 the event's name must be written out",
                "customer.sum('A', event.x) > 1 ~ 19 the field's name must be written out",
                "customer.count('A', event.x) > 1 ~ 21 a length of time must be written out",
                "customer.count('A', '30') > 1 ~ 21 '30' is not a length of time",
                "customer.sum('A', 'x', '1 day') > 1 ~ 24 '1 day' is not a length of time",
                "customer.sessions('often') > 1 ~ 19 'often' is not a length of time",
                "customer.last('A') > ago('45x') ~ 26 '45x' is not a length of time",
                "customer.last('A') > ago(event.x) ~ 31 a length of time must be written out",
                "now - customer.last('A') > duration('45x') ~ 37 '45x' is not a length of time",
                "customer.in(event.x) ~ 13 the segment's name must be written out",
                "event.count('A') > 1 ~ 1 only 'customer' has a history; write customer.count",
                "event.in('A') ~ 1 only 'customer' has a history; write customer.in",
                "event.products.sum('A', 'x') > 1 ~ 1 only 'customer' has a history; write customer.sum",
                "customer.count() > 1 ~ 10 'count' can't be used like this; write it like customer.count('Order Completed')",
                "customer.sum('A') > 1 ~ 10 'sum' can't be used like this",
                "customer.in(3) ~ 10 'in' can't be used like this; write it like customer.in('lapsed')"
            })
    void sayHowThePastIsAskedFor(String text, String beginning) {
        assertThat(check(text).flaws())
                .extracting(flaw -> flaw.where().column() + " " + flaw.message())
                .singleElement()
                .asString()
                .startsWith(beginning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.total > 19.5 && event.order_id == run.key",
                "event.own_field == 'x' && event.own_field > 5",
                "dyn(event.order_id) > 5",
                "event.products.exists(p, p.price > 5 && p.own == 'x')",
                "event.products[0]['price'] > 3",
                "run.start.quantity * event.total >= 20",
                "run.score == 'x' || run.score > 5",
                "customer.points > 5 || customer.points == 'many'",
                "event.order_id in ['a', 'b'] && event.total in [1, 2.5]",
                "event.order_id + 'x' != ''",
                "now - customer.last('X') > duration('3d') && run.started_at + duration('1h') < now",
                "event.total != null",
                "(event.total > 1 ? event.coupon : 'none') == 'none'",
                "{'a': 1}['a'] == 1 && [1, 2].exists(x, x > event.total)",
                "customer.consents.sms && customer.consents['email'] == false"
            })
    void letsPassWhatMayHold(String text) {
        Checked<Condition> checked = check(text);

        assertThat(Stream.concat(checked.flaws().stream(), checked.doubts().stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "event.totl > 5 ~ 6 'totl' is no usual field of this event; did you mean 'total'?",
                "has(event.orderid) ~ 5 'orderid' is no usual field of this event; did you mean 'order_id'?",
                "run.start.prise > 5 ~ 10 'prise' is no usual field of this event; did you mean 'price'?",
                "event.products.all(p, p.quantitiy > 5) ~ 24 'quantitiy' is no usual field of this event; "
                        + "did you mean 'quantity'?",
                "customer.sum('Order Completed', 'totale') > 5 ~ 33 'totale' is no usual field of this event; "
                        + "did you mean 'total'?"
            })
    void asksWhetherAFieldIsMisspelt(String text, String beginning) {
        Checked<Condition> checked = check(text);

        assertThat(checked.value()).isPresent();
        assertThat(checked.doubts())
                .extracting(doubt -> doubt.where().column() + " " + doubt.message())
                .singleElement()
                .asString()
                .startsWith(beginning);
    }

    @Test
    void aFieldInBracketsIsMeant() {
        assertThat(check("event['totl'] > 5").doubts()).isEmpty();
    }

    @Test
    void knowsNothingOfAShopsOwnEvents() {
        Place place = Place.of(EnumSet.of(Root.EVENT)).at("Survey Answered");

        Checked<Condition> checked = ExpressionCompiler.condition(scalar("event.totl == 'x' && event.total"), place);

        assertThat(checked.flaws()).isEmpty();
        assertThat(checked.doubts()).isEmpty();
    }

    private static Checked<Condition> check(String text) {
        return ExpressionCompiler.condition(scalar(text), AT_AN_ORDER);
    }

    private static YamlNode.Scalar scalar(String text) {
        return new YamlNode.Scalar(text, text, new Location("f.yaml", 1, 1));
    }
}
