package dev.safar.core.expression;

import dev.safar.core.definition.Location;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.ValueExpression;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class ExpressionPropertyTest {

    private static final List<String> TOKENS = List.of(
            "event",
            "customer",
            "run",
            "now",
            ".",
            ".total",
            ".order_id",
            ".products",
            ".in",
            ".in(",
            ".count(",
            ".sum(",
            ".seen(",
            ".sessions",
            ".sessions(",
            ".cart",
            ".items",
            ".start",
            ".key",
            ".exists(",
            ".map(",
            ".all(",
            "p, ",
            "p.price",
            "has(",
            "ago(",
            "duration(",
            "dyn(",
            "size(",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "?",
            "'30d'",
            "'Order Completed'",
            "'total'",
            "'x'",
            "''",
            "1",
            "2.5",
            "true",
            "null",
            "==",
            "!=",
            "<",
            ">=",
            " in ",
            "+",
            "-",
            "*",
            "/",
            "%",
            "&&",
            "||",
            "!",
            " ",
            "// ",
            "'",
            "\"",
            "r'",
            "'''",
            "\\",
            "\n",
            "😀",
            "ک");

    /** Whole expressions, more of which mean something than of tokens at random. */
    private static final List<String> OPERANDS = List.of(
            "event.total",
            "event.order_id",
            "event.products",
            "event.own",
            "event['total']",
            "customer.cart",
            "customer.vip",
            "customer.cart.items",
            "customer.sessions",
            "customer.count('A')",
            "customer.sum('A', 'x', '3d')",
            "run.key",
            "customer.in('x')",
            "run.started_at",
            "run.start.price",
            "run.note",
            "now",
            "ago('3d')",
            "duration('3d')",
            "1",
            "2.5",
            "'x'",
            "true",
            "null",
            "[1]",
            "[]",
            "{}",
            "{'a': 1}",
            "customer.last('A')",
            "type(1)",
            "b'x'",
            "1u");

    private static final List<String> OPERATORS =
            List.of("==", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*", "/", "%", "&&", "||", "? event.own :");

    @Property(tries = 1_000)
    void noTextMakesTheCompilerThrow(@ForAll("texts") String text) {
        assertThat(check(text)).isNotNull();
    }

    @Property(tries = 1_000)
    void whatCompilesCanBeEvaluated(@ForAll("expressions") String text) {
        Checked<ValueExpression> checked = check(text);

        assertThat(checked.value().isEmpty()).isEqualTo(!checked.flaws().isEmpty());
        Optional<Object> value = checked.value().flatMap(expression -> expression.value(new ExampleScope()));
        assertThat(value).isNotNull();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(TOKENS).list().ofMaxSize(14).map(tokens -> String.join("", tokens));
    }

    @Provide
    Arbitrary<String> expressions() {
        Arbitrary<String> operand = Arbitraries.of(OPERANDS);
        Arbitrary<String> operator = Arbitraries.of(OPERATORS);
        Arbitrary<String> more = Combinators.combine(operator, operand).as((sign, right) -> " " + sign + " " + right);
        return Combinators.combine(operand, more.list().ofMaxSize(3)).as((left, rest) -> left + String.join("", rest));
    }

    private static Checked<ValueExpression> check(String text) {
        Place place = Place.of(EnumSet.allOf(Root.class)).at("Order Completed").startedBy(Optional.of("Product Added"));
        return ExpressionCompiler.value(new YamlNode.Scalar(text, text, new Location("f.yaml", 1, 1)), place);
    }
}
