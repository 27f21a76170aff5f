package dev.safar.core.compile;

import dev.safar.core.definition.WorkspaceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every file and folder of {@code definitions/invalid} gives exactly the problems it announces with {@code # expect:
 * [file:]line:column [warning] rule}; those of {@code definitions/valid} give none.
 */
class DefinitionTableTest {

    private static final Path DEFINITIONS = WorkspaceFolder.resource("/definitions");
    private static final Pattern EXPECTATION =
            Pattern.compile("# expect: (?:([^: ]+):)?([0-9]+:[0-9]+) ((?:warning )?[a-z-]+)");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void invalidDefinitionsGiveExactlyTheProblemsTheyAnnounce(String definition) {
        WorkspaceFiles files = workspace(definition);

        List<String> problems =
                problems(files).stream().map(DefinitionTableTest::brief).toList();

        assertThat(problems).isNotEmpty().containsExactlyInAnyOrderElementsOf(announced(files));
    }

    static Stream<String> invalidDefinitionsGiveExactlyTheProblemsTheyAnnounce() {
        return names("invalid");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void validDefinitionsGiveNoProblem(String definition) {
        assertThat(problems(workspace(definition))).isEmpty();
    }

    static Stream<String> validDefinitionsGiveNoProblem() {
        return names("valid");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidDefinitionsGiveExactlyTheProblemsTheyAnnounce")
    void problemsComeInOrderAndSayWhatToDo(String definition) {
        List<Problem> problems = problems(workspace(definition));

        assertThat(problems)
                .isSortedAccordingTo((one, other) -> {
                    int byFile = place(one).compareTo(place(other));
                    int byLine =
                            Integer.compare(one.where().line(), other.where().line());
                    int byColumn =
                            Integer.compare(one.where().column(), other.where().column());
                    return byFile != 0 ? byFile : byLine != 0 ? byLine : byColumn;
                })
                .allSatisfy(problem -> assertThat(problem.message()).matches("(?s).+; .+"));
    }

    /** The workspace's own file first, then the others by name. */
    private static String place(Problem problem) {
        String file = problem.where().file();
        return file.equals("workspace.yaml") ? "" : file;
    }

    private static Stream<String> names(String folder) {
        return WorkspaceFolder.children(DEFINITIONS.resolve(folder)).stream()
                .map(child -> folder + "/" + child.getFileName());
    }

    private static List<Problem> problems(WorkspaceFiles files) {
        return WorkspaceCompiler.compile(files).problems();
    }

    /** A file alone is a journey among common templates, a folder a workspace. */
    private static WorkspaceFiles workspace(String name) {
        Path definition = DEFINITIONS.resolve(name);
        if (Files.isDirectory(definition)) {
            return WorkspaceFolder.read(definition);
        }
        Map<String, String> texts = new TreeMap<>(
                WorkspaceFolder.read(DEFINITIONS.resolve("common")).texts());
        texts.put(String.valueOf(definition.getFileName()), WorkspaceFolder.text(definition));
        return new WorkspaceFiles(texts);
    }

    private static List<String> announced(WorkspaceFiles files) {
        List<String> announced = new ArrayList<>();
        files.texts().forEach((file, text) -> {
            Matcher matcher = EXPECTATION.matcher(text);
            while (matcher.find()) {
                String where = matcher.group(1) == null ? file : matcher.group(1);
                announced.add(where + ":" + matcher.group(2) + " " + matcher.group(3));
            }
        });
        return announced;
    }

    private static String brief(Problem problem) {
        boolean warning = problem.severity() == Problem.Severity.WARNING;
        return problem.where() + " " + (warning ? "warning " : "") + problem.rule();
    }
}
