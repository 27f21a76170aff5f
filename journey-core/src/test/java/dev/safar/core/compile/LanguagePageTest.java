package dev.safar.core.compile;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.scenario.ScenarioReport;
import dev.safar.core.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what is written about the language to the language: its examples run, and its table of rules is whole. */
class LanguagePageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern RULE_ROW = Pattern.compile("(?m)^\\| `([a-z]+(?:-[a-z]+)+)` \\|");
    private static final Pattern EXPECTED_RULE = Pattern.compile("# expect: \\S+ (?:warning )?([a-z-]+)");
    private static final String KEYS_BEGIN = "<!-- keys: written from the tables by which files are read -->\n\n";
    private static final String KEYS_END = "\n<!-- end of keys -->";
    private static final Pattern KEYS =
            Pattern.compile(Pattern.quote(KEYS_BEGIN) + "(.*?)" + Pattern.quote(KEYS_END), Pattern.DOTALL);
    private static final String START = "start: { on: Order Completed, key: event.order_id }\n";
    private static final String OFFER = "  - offer: { id: made-before, percent: 5, valid_for: 3d }\n";

    @ParameterizedTest
    @MethodSource
    void anExampleHasNoProblems(String example) {
        Map<String, String> files = new TreeMap<>(shipped());
        if (example.contains("\nscenarios:")) {
            files.put("tests/example.yaml", example);
        } else if (example.startsWith("segment:")) {
            files.put("segments/" + nameOf(example) + ".yaml", example);
        } else if (example.startsWith("zone:")) {
            files = new TreeMap<>(Map.of("workspace.yaml", example));
        } else {
            String journey = journey(example);
            files.put(nameOf(journey) + ".yaml", journey);
        }
        WorkspaceFiles workspace = new WorkspaceFiles(files);

        Compilation compilation = WorkspaceCompiler.compile(workspace);

        assertThat(compilation.problems()).isEmpty();
        assertThat(failures(((Compilation.Compiled) compilation), workspace)).isEmpty();
    }

    static Stream<String> anExampleHasNoProblems() {
        return Stream.of("README.md", "docs/journey-language.md")
                .flatMap(page -> EXAMPLE.matcher(page(page)).results())
                .map(found -> found.group(1));
    }

    /** {@code -Dkeys.update=1} writes the section anew. */
    @Test
    void everyKeyOfEveryConstructIsOnThePage() throws IOException {
        String page = page("docs/journey-language.md");
        if (System.getProperty("keys.update") != null) {
            page = KEYS.matcher(page)
                    .replaceFirst(Matcher.quoteReplacement(KEYS_BEGIN + KeyTables.markdown() + KEYS_END));
            Files.writeString(ROOT.resolve("docs/journey-language.md"), page);
        }

        Matcher section = KEYS.matcher(page);

        assertThat(section.find()).isTrue();
        assertThat(section.group(1)).isEqualTo(KeyTables.markdown());
    }

    @Test
    void theTableHasEveryRuleThatCanBeBroken() {
        String page = page("docs/journey-language.md");
        Set<String> listed = groups(RULE_ROW, page.substring(page.indexOf("## Problems")));

        Set<String> broken = new TreeSet<>();
        WorkspaceFolder.read(WorkspaceFolder.resource("/definitions/invalid"))
                .texts()
                .values()
                .forEach(text -> broken.addAll(groups(EXPECTED_RULE, text)));

        assertThat(listed).isEqualTo(broken);
    }

    /** A part of a journey among what else a journey needs. */
    private static String journey(String example) {
        if (example.startsWith("journey:")) {
            return example;
        }
        String head = "journey: example\n";
        if (example.startsWith("- ")) {
            return head + START + "steps:\n" + OFFER + example.indent(2);
        }
        return head + (example.startsWith("start:") ? "" : START) + example + "steps:\n  - wait: 1h\n";
    }

    private static String nameOf(String journey) {
        return journey.lines().findFirst().orElseThrow().replaceAll("^(?:journey|segment): *([a-z-]+).*$", "$1");
    }

    /** The shipped workspace without its scenarios, which are about its own journeys. */
    private static Map<String, String> shipped() {
        Map<String, String> files =
                new TreeMap<>(WorkspaceFolder.read(ROOT.resolve("journeys")).texts());
        files.keySet().removeIf(path -> path.startsWith("tests/"));
        return files;
    }

    private static List<String> failures(Compilation.Compiled compiled, WorkspaceFiles workspace) {
        ScenarioReport report = Scenarios.run(compiled.workspace(), workspace);
        return Stream.concat(
                        report.problems().stream().map(Problem::toString),
                        report.results().stream()
                                .filter(result -> !result.passed())
                                .map(result -> result.toString()))
                .toList();
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page(String path) {
        return WorkspaceFolder.text(ROOT.resolve(path));
    }
}
