package dev.safar.core.compile;

import dev.safar.core.definition.Construct;
import dev.safar.core.definition.Language;
import dev.safar.core.definition.StepLanguage;
import dev.safar.core.definition.Type;
import dev.safar.core.definition.WorkspaceLanguage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** What the tables of the language list is written rightly and wrongly among the definitions, and told in the reference. */
class EveryKeyIsShownTest {

    private static final String VALID = texts("/definitions/valid");
    private static final String INVALID = texts("/definitions/invalid");
    private static final String REFERENCE = WorkspaceFolder.text(Path.of("..", "docs", "journey-language.md"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void isWrittenRightlyAndWronglyAndExplained(String key) {
        Pattern written = Pattern.compile("(?<![a-z_])" + key + "\\s*:");

        assertThat(VALID).containsPattern(written);
        assertThat(INVALID).containsPattern(written);
        assertThat(REFERENCE).contains("`" + key + "`");
    }

    static Stream<String> keys() {
        Set<String> names = new HashSet<>();
        List<Construct> constructs = new ArrayList<>(StepLanguage.ALL);
        constructs.addAll(List.of(Language.JOURNEY, Language.SEGMENT, WorkspaceLanguage.WORKSPACE));
        Set<Construct> seen = new HashSet<>();
        constructs.forEach(construct -> collect(construct, seen, names));
        return names.stream().sorted();
    }

    private static void collect(Construct construct, Set<Construct> seen, Set<String> names) {
        if (seen.add(construct)) {
            construct.keys().forEach(key -> {
                names.add(key.name());
                collect(key.type(), seen, names);
            });
        }
    }

    private static void collect(Type type, Set<Construct> seen, Set<String> names) {
        if (type instanceof Type.Keys keys) {
            collect(keys.construct(), seen, names);
        } else if (type instanceof Type.Named named) {
            collect(named.each(), seen, names);
        } else if (type instanceof Type.ListOf list) {
            collect(list.each(), seen, names);
        } else if (type instanceof Type.Either either) {
            either.types().forEach(one -> collect(one, seen, names));
        }
    }

    private static String texts(String folder) {
        return WorkspaceFolder.children(WorkspaceFolder.resource(folder)).stream()
                .flatMap(definition -> WorkspaceFolder.read(definition).texts().values().stream())
                .collect(joining("\n"));
    }
}
