package dev.safar.core.expression;

import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Location;
import dev.safar.core.definition.YamlNode;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CelMessagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "event.a => 3           # '=>' is not how it is written here; write >=",
                "event.a =< 3           # '=<' is not how it is written here; write <=",
                "event.a = 3            # '=' is not how it is written here; write ==",
                "event.a === 3          # '=' is not how it is written here; write ==",
                "event.a and event.b    # 'and' is not how it is written here; write &&",
                "event.a or event.b     # 'or' is not how it is written here; write ||",
                "event.a & event.b      # '&' is not how it is written here; write &&",
                "event.a == True        # 'True' is not known here; did you mean 'true'?",
                "event.a == ‘x’         # '‘' is no quotation mark here; write \" or '",
                "event.a == \"x        # the text that begins here does not end; close it with \"",
                "if event.a             # 'if' can't stand in a condition; write the condition alone",
                "event.a;               # ';' is not expected here; see the language's page on conditions",
                "event.a >              # the expression ends too early; complete it"
            })
    void aSlipIsSaidOnceAndInPlainWords(String condition, String message) {
        YamlNode.Scalar scalar = new YamlNode.Scalar(condition, condition, new Location("x.yaml", 1, 1));

        assertThat(ExpressionCompiler.condition(scalar, EnumSet.of(Root.EVENT, Root.CUSTOMER))
                        .flaws())
                .extracting(Flaw::message)
                .containsExactly(message);
    }
}
