package dev.safar.core.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class YamlReaderTest {

    @Test
    void remembersWhereEveryNodeWasWritten() {
        YamlNode root = read("start:\n  on: Product Added\n  list: [1, two]\n");

        assertThat(root)
                .isEqualTo(new YamlNode.Mapping(
                        Map.of(
                                "start",
                                new YamlNode.Mapping(
                                        Map.of(
                                                "on",
                                                scalar("Product Added", 2, 7),
                                                "list",
                                                new YamlNode.Sequence(
                                                        List.of(scalar("1", 3, 10), scalar("two", 3, 13)), at(3, 9))),
                                        Map.of("on", at(2, 3), "list", at(3, 3)),
                                        at(2, 3))),
                        Map.of("start", at(1, 1)),
                        at(1, 1)));
    }

    @Test
    void keepsTheOrderOfKeys() {
        YamlNode.Mapping root = (YamlNode.Mapping) read("b: 1\na: 2\nc: 3\n");

        assertThat(root.fields().keySet()).containsExactly("b", "a", "c");
        assertThat(root.keys().keySet()).containsExactly("b", "a", "c");
    }

    @Test
    void readsValuesAsYaml12Does() {
        YamlNode.Sequence root =
                (YamlNode.Sequence) read("[on, yes, true, 50, 50.5, '50', 0912, ~, null, 1e3, 12345678901234567890]");

        List<Object> values = root.items().stream()
                .map(item -> ((YamlNode.Scalar) item).value().orElse("NULL"))
                .toList();

        assertThat(values)
                .containsExactly(
                        "on", "yes", true, 50L, 50.5, "50", 912L, "NULL", "NULL", 1000.0, 1.2345678901234567e19);
    }

    @Test
    void countsColumnsInUtf16UnitsBehindOtherScripts() {
        YamlNode.Sequence root = (YamlNode.Sequence) read("[سلام, 😀😀, x]");

        assertThat(root.items()).extracting(YamlNode::where).containsExactly(at(1, 2), at(1, 8), at(1, 14));
    }

    @Test
    void readsByteOrderMarkAndWindowsLineEndsLikeAnyOther() {
        assertThat(read("\uFEFFa: 1\r\nb:\r\n  c: 2\r\n")).isEqualTo(read("a: 1\nb:\n  c: 2\n"));
    }

    @ParameterizedTest
    @MethodSource
    void findsACharacterOfAScalarInTheFile(String yaml, int index, Location expected) {
        YamlNode.Scalar scalar =
                (YamlNode.Scalar) ((YamlNode.Mapping) read(yaml)).field("a").orElseThrow();

        assertThat(scalar.at(index)).isEqualTo(expected);
    }

    static Stream<Arguments> findsACharacterOfAScalarInTheFile() {
        return Stream.of(
                arguments("a: x > y", 0, at(1, 4)),
                arguments("a: x > y", 2, at(1, 6)),
                arguments("a: x > y", 4, at(1, 8)),
                arguments("a: x > y", 5, at(1, 9)),
                arguments("a: 'x > y'", 2, at(1, 7)),
                arguments("a: 'f(''b'') > y'", 7, at(1, 14)),
                arguments("a: \"f(\\\"b\\\") > y\"", 7, at(1, 14)),
                arguments("a: |\n  x >\n    y\n", 6, at(3, 5)),
                arguments("a: >\n  x >\n  y\n", 4, at(3, 3)),
                arguments("a: x >\n   y\n", 4, at(2, 4)));
    }

    @ParameterizedTest
    @MethodSource
    void saysWhereAndWhyATextIsNotRead(String yaml, String expected) {
        List<String> flaws = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> flaws(yaml));

        assertThat(flaws).hasSize(1);
        assertThat(flaws.get(0)).startsWith(expected);
    }

    static Stream<Arguments> saysWhereAndWhyATextIsNotRead() {
        String laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        return Stream.of(
                arguments("", "f.yaml:1:1 the file is empty"),
                arguments("# nothing\n", "f.yaml:1:1 the file is empty"),
                arguments("a: 1\na: 2\n", "f.yaml:2:1 'a' is already in line 1"),
                arguments("a:\n\tb: 1\n", "f.yaml:2:1 this is not YAML: found character '\\t(TAB)'"),
                arguments("a: [1, 2\nb: 3\n", "f.yaml:2:2 this is not YAML"),
                arguments("a: b: c\n", "f.yaml:1:5 this is not YAML: mapping values are not allowed here"),
                arguments("a: 'x\n", "f.yaml:2:1 this is not YAML: found unexpected end of stream"),
                arguments("a: 1\n---\nb: 2\n", "f.yaml:3:1 a second document begins here"),
                arguments(laughs, "f.yaml:1:4 anchors and aliases are not read here"),
                arguments("a: *x\n", "f.yaml:1:4 anchors and aliases are not read here"),
                arguments("a: !!java.net.URL x\n", "f.yaml:1:4 tags such as"),
                arguments("[a, b]: c\n", "f.yaml:1:2 a key must be a text"),
                arguments("a: x\u0000y\n", "f.yaml:1:5 the character U+0000 can't be in a YAML file"),
                arguments("a: \uD800\n", "f.yaml:1:4 the character U+D800 can't be in a YAML file"),
                arguments("[".repeat(100_000), "f.yaml:1:51 nested more than 50 deep"),
                arguments("- ".repeat(100_000), "f.yaml:1:101 nested more than 50 deep"),
                arguments("a: " + "x".repeat(2_000_000), "f.yaml:1:1 the file is larger than 1 MB"));
    }

    private static YamlNode.Scalar scalar(String text, int line, int column) {
        return new YamlNode.Scalar(text, text, at(line, column));
    }

    private static Location at(int line, int column) {
        return new Location("f.yaml", line, column);
    }

    private static YamlNode read(String yaml) {
        return ((YamlReading.Read) YamlReader.read("f.yaml", yaml)).root();
    }

    private static List<String> flaws(String yaml) {
        YamlReading.Unreadable unreadable = (YamlReading.Unreadable) YamlReader.read("f.yaml", yaml);
        return unreadable.flaws().stream()
                .map(flaw -> flaw.where() + " " + flaw.message())
                .toList();
    }
}
