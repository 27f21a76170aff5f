package dev.safar.core.expression;

import dev.safar.core.definition.Location;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.BrowsingNeeds;
import dev.safar.core.model.Condition;
import dev.safar.core.model.KeyExpression;
import dev.safar.core.model.Memory;
import dev.safar.core.model.ValueExpression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExpressionCompilerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.whole >= 20",
                "event.decimal >= 20",
                "event.whole >= 19.5",
                "event.whole == 50.0",
                "event.decimal == 50",
                "!(event.decimal != 50)",
                "event.whole in [50]",
                "event.whole * 0.5 == 25",
                "event.whole * 0.5 + 1 > 25.5",
                "event.decimal / 2 == 25",
                "event.whole - 0.5 < 50",
                "event['with space'] == 'x'",
                "event.name.contains('کف')",
                "event.products.exists(p, p.sku == 'b')",
                "event.products[0].sku == 'a'",
                "has(event.whole) && !has(event.missing)",
                "customer.vip",
                "customer.vip && customer.last('Order Completed') > run.started_at",
                "customer.last('Never') < run.started_at",
                "customer.count('Order Completed') == 3 && customer.count('Never') == 0",
                "customer.first('Order Completed') < customer.last('Order Completed')",
                "run.key == 'c1' && run.start.cart_total > 10",
                "now - run.started_at > duration('24h')",
                "event.missing > 3 || event.whole > 3",
                "customer.count('Order Completed', '30d') == 2",
                "customer.sum('Order Completed', 'total') == 150",
                "customer.sum('Order Completed', 'total') + 0.5 == 150.5",
                "customer.sum('Order Completed', 'total', '90d') >= 19.9",
                "customer.sum('Order Completed', 'total', '90d') / 2 < 10",
                "customer.sessions == 12 && customer.sessions('7d') == 2",
                "customer.seen('p1') && customer.seen(event.product) && !customer.seen('p2')",
                "customer.cart.total > 30 && customer.cart.items.exists(i, i.product_id == 'p1' && i.quantity > 1)",
                "customer.cart.count == 2 && size(customer.cart.items) == 1",
                "customer.consents.email && !customer.consents['sms']",
                "customer.in('best') && !customer . in ('lapsed')",
                "event.note == 'customer.in(x)' && event.note != \"a.in(b)\" // .in(",
                "event.note != r'\\d' && customer.in('best') && event.note != '\\'' && customer.in('best')",
                "event.note != \"\"\"it's \".in(\"\"\" && customer.in('best')",
                "'in' in {'in': 1} && customer.in('best') // customer.in(",
                "customer.last('Order Completed') < ago('1d')",
                "customer.last('Order Completed') > ago('2d')",
                "customer.last('Never') < ago('10w')",
                "now - run.started_at > duration('1d') && now - run.started_at < duration('36h')",
                "now - run.started_at < duration('PT30H') && duration('1h30m') > duration('89m')"
            })
    void holds(String text) {
        assertThat(condition(text).holds(new ExampleScope())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.missing > 3",
                "!event.missing",
                "event.missing.inner.more == 1",
                "event.name > 3",
                "event.name",
                "customer.nobody",
                "event.whole / 0 > 1",
                "event.products[7].sku == 'a'",
                "run.start.missing == 'x'",
                "int(event.name) > 1",
                "event.whole < 20",
                "customer.in('unheard-of')",
                "customer.seen(event.missing)",
                "customer.consents.pigeon"
            })
    void doesNotHoldAndDoesNotThrow(String text) {
        assertThat(condition(text).holds(new ExampleScope())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "event.whole, 50",
        "event.decimal, 50",
        "event.fraction, 12.5",
        "event.large, 123456789012345680",
        "event.name, کفش",
        "event.name + '-' + string(event.whole), کفش-50"
    })
    void makesKeysThatReadTheSameHoweverTheNumberCame(String text, String expected) {
        assertThat(key(text).key(new ExampleScope())).isEqualTo(Optional.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event.missing", "event.empty", "event.products"})
    void hasNoKeyWhereTheFieldIsMissingOrNoText(String text) {
        assertThat(key(text).key(new ExampleScope())).isEmpty();
    }

    @Test
    void computesValuesOfEveryKind() {
        Map<String, Object> values = new TreeMap<>();
        for (String text : List.of(
                "event.name",
                "event.whole",
                "event.decimal * 2",
                "uint(7)",
                "1 < 2",
                "now",
                "run.started_at + duration('24h')",
                "customer.last('Order Completed')",
                "event.products",
                "event.products.map(p, p.sku)",
                "{'a': [event.whole, 1.5], 'b': {'c': now}}",
                "[event.name, event.whole]")) {
            values.put(text, value(text).value(new ExampleScope()).orElse("nothing"));
        }

        assertThat(values)
                .isEqualTo(Map.ofEntries(
                        Map.entry("event.name", "کفش"),
                        Map.entry("event.whole", 50L),
                        Map.entry("event.decimal * 2", 100.0),
                        Map.entry("uint(7)", 7L),
                        Map.entry("1 < 2", true),
                        Map.entry("now", ExampleScope.STARTED.plusSeconds(100_000)),
                        Map.entry("run.started_at + duration('24h')", ExampleScope.STARTED.plusSeconds(86_400)),
                        Map.entry("customer.last('Order Completed')", ExampleScope.STARTED.plusSeconds(60)),
                        Map.entry("event.products", List.of(Map.of("sku", "a"), Map.of("sku", "b"))),
                        Map.entry("event.products.map(p, p.sku)", List.of("a", "b")),
                        Map.entry(
                                "{'a': [event.whole, 1.5], 'b': {'c': now}}",
                                Map.of(
                                        "a",
                                        List.of(50L, 1.5),
                                        "b",
                                        Map.of("c", ExampleScope.STARTED.plusSeconds(100_000)))),
                        Map.entry("[event.name, event.whole]", List.of("کفش", 50L))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event.missing", "null", "1.0 / 0.0", "[null]", "{1: 2}", "event.name + 1"})
    void hasNoValueWhereThereIsNoneToHave(String text) {
        assertThat(ExpressionCompiler.value(scalar(text), EnumSet.allOf(Root.class))
                        .value()
                        .flatMap(expression -> expression.value(new ExampleScope())))
                .isEmpty();
    }

    @Test
    void knowsWhatAnExpressionCanNotice() {
        Checked<Condition> checked = ExpressionCompiler.condition(
                scalar("event.a > 1 && event['b c'].d == run.start.e.f && customer.last('Order Completed') > now"
                        + " && event.items.exists(i, i.sku == run.start['g'] && i.price > event.h)"
                        + " && (has(customer.tier) || customer['home'].city == 'Yazd')"
                        + " && run.note != run.key"),
                EnumSet.allOf(Root.class));

        assertThat(checked.references())
                .isEqualTo(new References(
                        Set.of("a", "b c", "items", "h"),
                        Set.of("e", "g"),
                        Set.of("tier", "home"),
                        Map.of("Order Completed", Memory.PLAIN),
                        BrowsingNeeds.NONE,
                        Map.of(),
                        Set.of("note"),
                        true));
    }

    @Test
    void knowsWhichPastAnExpressionAsksFor() {
        Checked<Condition> checked = ExpressionCompiler.condition(
                scalar("customer.count('A') > customer.count('A', '30d') && customer.sum('A', 'total', 'PT48H') > 1"
                        + " && customer.sum('B', 'points') > 1 && customer.sessions > customer.sessions('7d')"
                        + " && customer.seen(event.product_id) && customer.cart.total > 5 && customer.consents.sms"
                        + " && customer.in('best') && customer.first('C') < ago('2w')"),
                EnumSet.allOf(Root.class));

        assertThat(checked.references())
                .isEqualTo(new References(
                        Set.of("product_id"),
                        Set.of(),
                        Set.of(),
                        Map.of(
                                "A", new Memory(Set.of("total"), Set.of(Duration.ofDays(30), Duration.ofDays(2))),
                                "B", new Memory(Set.of("points"), Set.of()),
                                "C", Memory.PLAIN),
                        new BrowsingNeeds(Optional.of(Duration.ofDays(7)), true, true),
                        Map.of("best", new Location("f.yaml", 1, 284)),
                        Set.of(),
                        true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "evnt.total > 1 ~ f.yaml:1:8 'evnt' is not known here; did you mean 'event'?",
                "event.total > ~ f.yaml:1:21 the expression ends too early; complete it",
                "customer.lst('x') > now ~ f.yaml:1:17 'lst' is not known here; did you mean 'last'?",
                "now > 3 ~ f.yaml:1:12 '>' can't be used with a time, a number; check the types on both sides",
                "event.a == '😀😀' || evnt.x ~ f.yaml:1:29 'evnt' is not known here; did you mean 'event'?"
            })
    void saysWhatIsWrongAtItsPlace(String text, String expected) {
        Checked<Condition> checked = ExpressionCompiler.condition(scalar(text), EnumSet.allOf(Root.class));

        assertThat(checked.flaws())
                .extracting(flaw -> flaw.where() + " " + flaw.message())
                .containsExactly(expected);
    }

    @Test
    void refusesWhatWouldTakeLong() {
        assertThat(ExpressionCompiler.condition(scalar("(".repeat(100_000)), EnumSet.allOf(Root.class))
                        .flaws())
                .isNotEmpty();
        assertThat(ExpressionCompiler.condition(scalar("[".repeat(3_000)), EnumSet.allOf(Root.class))
                        .flaws())
                .isNotEmpty();
    }

    @Test
    void readsLongTextsInQuotes() {
        assertThat(condition("event.name != '" + "\\'".repeat(1_900) + "'").holds(new ExampleScope()))
                .isTrue();
        assertThat(condition("event.name != \"" + "a".repeat(3_900) + "\"").holds(new ExampleScope()))
                .isTrue();
        assertThat(ExpressionCompiler.condition(scalar("'" + "a".repeat(1_000_000)), EnumSet.allOf(Root.class))
                        .flaws())
                .isNotEmpty();
        assertThat(ExpressionCompiler.condition(scalar("'" + "\\'".repeat(1_000_000) + "'"), EnumSet.allOf(Root.class))
                        .flaws())
                .isNotEmpty();
    }

    @Test
    void readsOrRefusesLongChains() throws InterruptedException {
        List<String> chains = List.of(
                "1" + "+1".repeat(1_900) + " == 1",
                "event.whole" + "-1".repeat(1_900) + " == 1",
                "true" + "&&true".repeat(660),
                "true" + "?true:true".repeat(390),
                "event" + ".a".repeat(1_900) + " == 1",
                "event" + "[0]".repeat(1_300) + " == 1",
                "!".repeat(3_900) + "true",
                "-".repeat(3_900) + "1 == 1");
        List<String> answers = new ArrayList<>();
        Thread small = new Thread(null, () -> chains.forEach(text -> answers.add(answer(text))), "small", 512 << 10);

        small.start();
        small.join();

        assertThat(answers).hasSameSizeAs(chains).allMatch(answer -> answer.equals("read") || answer.contains("; "));
    }

    /** Whatever a thread with a small stack can't do, it must not try. */
    private static String answer(String text) {
        Checked<Condition> checked = ExpressionCompiler.condition(scalar(text), EnumSet.allOf(Root.class));
        checked.value().ifPresent(condition -> condition.holds(new ExampleScope()));
        return checked.flaws().isEmpty() ? "read" : checked.flaws().get(0).message();
    }

    private static Condition condition(String text) {
        Checked<Condition> checked = ExpressionCompiler.condition(scalar(text), EnumSet.allOf(Root.class));
        assertThat(checked.flaws()).isEmpty();
        return checked.value().orElseThrow();
    }

    private static KeyExpression key(String text) {
        Checked<KeyExpression> checked = ExpressionCompiler.key(scalar(text));
        assertThat(checked.flaws()).isEmpty();
        return checked.value().orElseThrow();
    }

    private static ValueExpression value(String text) {
        Checked<ValueExpression> checked = ExpressionCompiler.value(scalar(text), EnumSet.allOf(Root.class));
        assertThat(checked.flaws()).isEmpty();
        return checked.value().orElseThrow();
    }

    private static YamlNode.Scalar scalar(String text) {
        return new YamlNode.Scalar(text, text, new Location("f.yaml", 1, 8));
    }
}
