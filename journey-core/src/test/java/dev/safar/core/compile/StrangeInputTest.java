package dev.safar.core.compile;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.scenario.Scenarios;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What people and their editors get wrong, and what somebody might do on purpose: a clear problem, quickly. */
class StrangeInputTest {

    private static final Duration QUICKLY = Duration.ofSeconds(30);
    private static final int MANY = 10_000;
    private static final int TEN_MEGABYTES = 10 << 20;
    private static final String START = "journey: hello\nstart: { on: Product Added, again: ignore }\n";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isAProblemAndNothingWorse(String name, String file, String text, String expected) {
        List<Problem> problems = assertTimeoutPreemptively(QUICKLY, () -> problems(file, text));

        assertThat(problems.stream().map(Problem::toString)).anyMatch(problem -> problem.startsWith(expected));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.hint()).isNotEmpty();
            assertThat(problem.message()).doesNotContain("Exception", "\tat ");
        });
    }

    static Stream<Arguments> isAProblemAndNothingWorse() {
        return Stream.of(files(), shapes(), texts(), conditions(), templates()).flatMap(kind -> kind);
    }

    private static Stream<Arguments> files() {
        return Stream.of(
                arguments("10 MB of a journey", "hello.yaml", large(), "hello.yaml:1:1: the file is larger than 1 MB;"),
                arguments(
                        "10 MB of settings",
                        "workspace.yaml",
                        large(),
                        "workspace.yaml:1:1: the file is larger than 1 MB;"),
                arguments(
                        "10 MB of a segment",
                        "segments/lapsed.yaml",
                        large(),
                        "segments/lapsed.yaml:1:1: the file is larger than 1 MB;"),
                arguments(
                        "10 MB of a template",
                        "templates/hello/email.en.liquid",
                        large(),
                        "templates/hello/email.en.liquid:1:1: the template is longer than "),
                arguments("nothing", "hello.yaml", "", "hello.yaml:1:1: the file is empty;"),
                arguments("nothing but comments", "hello.yaml", "# nothing\n", "hello.yaml:1:1: the file is empty;"),
                arguments("two documents", "hello.yaml", START + "---\na: b\n", "hello.yaml:4:1: a second document"),
                arguments("UTF-16", "hello.yaml", "\uFFFD\uFFFDj\0o\0", "hello.yaml:1:1: this is no UTF-8 text;"),
                arguments("a zero", "hello.yaml", "journey: a\0b\n", "hello.yaml:1:11: the character U+0000"),
                arguments(
                        "half a character",
                        "hello.yaml",
                        "journey: a\uD800b\n",
                        "hello.yaml:1:11: the character U+D800"));
    }

    private static Stream<Arguments> shapes() {
        return Stream.of(
                arguments(
                        "a bomb of aliases", "hello.yaml", bomb(), "hello.yaml:1:4: anchors and aliases are not read"),
                arguments(
                        "a merge key",
                        "hello.yaml",
                        START + "<<: *x\n",
                        "hello.yaml:3:5: anchors and aliases are not read"),
                arguments("a tag", "hello.yaml", "!!java.lang.Object {}\n", "hello.yaml:1:1: tags such as"),
                arguments("deep lists", "hello.yaml", "[".repeat(MANY), "hello.yaml:1:51: nested more than 50 deep;"),
                arguments(
                        "deep keys", "hello.yaml", "{a: ".repeat(MANY), "hello.yaml:1:201: nested more than 50 deep;"),
                arguments("deep blocks", "hello.yaml", deepBlocks(), "hello.yaml:51:101: nested more than 50 deep;"),
                arguments("deep steps", "hello.yaml", deepSteps(), "hello.yaml:3:"),
                arguments(
                        "a key twice",
                        "hello.yaml",
                        START + "steps: []\nsteps: []\n",
                        "hello.yaml:4:1: 'steps' is already in line 3;"),
                arguments(
                        "a tab",
                        "hello.yaml",
                        START + "steps:\n\t- wait: 1h\n",
                        "hello.yaml:4:1: this is not YAML: found character '\\t(TAB)'"),
                arguments("an open bracket", "hello.yaml", START + "steps: [\n", "hello.yaml:4:1: this is not YAML: "),
                arguments("a list as a key", "hello.yaml", "? [a, b]\n: c\n", "hello.yaml:1:4: a key must be a text;"));
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                arguments(
                        "Persian keys",
                        "hello.yaml",
                        "سفر: سلام\n" + START + "steps: []\n",
                        "hello.yaml:1:1: a journey has no key 'سفر';"),
                arguments(
                        "a Persian step",
                        "hello.yaml",
                        START + "steps:\n  - صبر: 1h\n",
                        "hello.yaml:4:5: this step does nothing that is known;"),
                arguments(
                        "a very long key",
                        "hello.yaml",
                        START + "steps: []\n? " + "k".repeat(MANY) + "\n: 1\n",
                        "hello.yaml:4:3: a journey has no key 'kkk"),
                arguments(
                        "a number without end",
                        "hello.yaml",
                        START + "steps: [ { offer: { id: a, percent: " + "9".repeat(MANY) + ", valid_for: 3d } } ]\n",
                        "hello.yaml:3:37: 'percent' must be a whole number"),
                arguments(
                        "a time without end",
                        "hello.yaml",
                        START + "steps: [ { wait: " + "9".repeat(MANY) + "d } ]\n",
                        "hello.yaml:3:18: '999"),
                arguments(
                        "a journey that begins itself",
                        "hello.yaml",
                        "journey: hello\nstart: { called: true, again: parallel }\nsteps: [ { begin: hello } ]\n",
                        "hello.yaml:3:"));
    }

    private static Stream<Arguments> conditions() {
        return Stream.of(
                arguments("deep brackets", "hello.yaml", condition("(".repeat(MANY) + "true"), "hello.yaml:3:"),
                arguments("deep nots", "hello.yaml", condition("!".repeat(MANY) + "true"), "hello.yaml:3:"),
                arguments("a long sum", "hello.yaml", condition("1" + " + 1".repeat(MANY) + " > 'a'"), "hello.yaml:3:"),
                arguments("Persian words", "hello.yaml", condition("مشتری.سن > 3"), "hello.yaml:3:"));
    }

    private static Stream<Arguments> templates() {
        return Stream.of(
                        "{% include 'hello' %}",
                        "{% render 'hello' %}",
                        "{% layout 'hello' %}",
                        "{% extends 'hello' %}",
                        "{% if a %}".repeat(MANY),
                        "{{ ".repeat(MANY),
                        "{{ x" + " | upcase".repeat(MANY) + " }}",
                        "{% cycle %}",
                        "{% raw %}",
                        "{% unknown %}")
                .map(text -> arguments(
                        "a template of " + text.substring(0, Math.min(30, text.length())),
                        "templates/hello/sms.en.liquid",
                        text,
                        "templates/hello/sms.en.liquid:1:"));
    }

    @Test
    void journeysThatBeginEachOtherAreAProblem() {
        // given
        Map<String, String> files = new TreeMap<>();
        files.put("one.yaml", "journey: one\nstart: { called: true }\nsteps: [ { begin: two } ]\n");
        files.put("two.yaml", "journey: two\nstart: { called: true }\nsteps: [ { begin: one } ]\n");

        // when
        List<Problem> problems =
                assertTimeoutPreemptively(QUICKLY, () -> WorkspaceCompiler.compile(new WorkspaceFiles(files))
                        .problems());

        // then
        assertThat(problems)
                .anyMatch(problem -> problem.isError() && problem.rule().contains("begin"));
    }

    @Test
    void aByteOrderMarkAndLineEndsOfOtherSystemsMakeNoDifference() {
        // given
        String text = START + "steps:\n  - wait: 1h\n  - wiat: 1h\n";

        // when
        List<Problem> plain = problems("hello.yaml", text);
        List<Problem> dressed = problems("hello.yaml", "\uFEFF" + text.replace("\n", "\r\n"));

        // then
        assertThat(plain).hasSize(1);
        assertThat(dressed).isEqualTo(plain);
    }

    @Test
    void aGreatManyStepsAreReadQuickly() {
        String steps = "  - wait: 1h\n".repeat(20_000);

        List<Problem> problems =
                assertTimeoutPreemptively(QUICKLY, () -> problems("hello.yaml", START + "steps:\n" + steps));

        assertThat(problems).isEmpty();
    }

    @Test
    void aGreatManyMistakesAreFoundQuickly() {
        String keys =
                IntStream.range(0, 50_000).mapToObj(i -> "key" + i + ": 1\n").collect(Collectors.joining());

        List<Problem> problems =
                assertTimeoutPreemptively(QUICKLY, () -> problems("hello.yaml", START + "steps: []\n" + keys));

        assertThat(problems).hasSize(50_000);
    }

    @Test
    void strangeScenariosAreProblemsToo() {
        for (String text : List.of(large(), bomb(), "[".repeat(MANY), "", "scenarios: [ { name: [], expect: {} } ]")) {
            WorkspaceFiles files = files("tests/hello.yaml", text);
            Compilation.Compiled compiled = (Compilation.Compiled) WorkspaceCompiler.compile(files);

            List<Problem> problems = assertTimeoutPreemptively(
                    QUICKLY, () -> Scenarios.run(compiled.workspace(), files).problems());

            assertThat(problems)
                    .isNotEmpty()
                    .allMatch(problem -> problem.where().file().equals("tests/hello.yaml"));
        }
    }

    private static List<Problem> problems(String file, String text) {
        return WorkspaceCompiler.compile(files(file, text)).problems();
    }

    private static WorkspaceFiles files(String file, String text) {
        Map<String, String> files = new TreeMap<>(Map.of(
                "workspace.yaml", "locale: en\n",
                "hello.yaml", START + "steps: [ { send: sms, template: hello } ]\n",
                "templates/hello/sms.en.liquid", "Hello\n"));
        files.put(file, text);
        return new WorkspaceFiles(files);
    }

    private static String large() {
        return "# comment\n".repeat(TEN_MEGABYTES / 10);
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name <= 'i'; name++) {
            char before = (char) (name - 1);
            bomb.append(name).append(": &").append(name).append(" [");
            bomb.append(("*" + before + ", ").repeat(8))
                    .append('*')
                    .append(before)
                    .append("]\n");
        }
        return bomb.toString();
    }

    private static String deepBlocks() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append(" ".repeat(2 * i)).append("a:\n");
        }
        return text.append(" ".repeat(2_000)).append("b: 1\n").toString();
    }

    private static String deepSteps() {
        return START + "steps: [" + "{ if: 'true', then: [".repeat(MANY) + "]}".repeat(MANY) + "]\n";
    }

    private static String condition(String cel) {
        return START + "steps: [ { if: \"" + cel + "\", then: [ { wait: 1h } ] } ]\n";
    }
}
