package dev.safar.core.scenario;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Each construct does what the scenarios beside its valid definitions say. */
class DefinitionScenariosTest {

    @TestFactory
    Stream<DynamicTest> scenariosHold() throws IOException, URISyntaxException {
        Path valid = Path.of(getClass().getResource("/definitions/valid").toURI());
        try (Stream<Path> folders = Files.list(valid)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("tests"))).sorted().toList().stream()
                    .flatMap(DefinitionScenariosTest::scenarios);
        }
    }

    private static Stream<DynamicTest> scenarios(Path folder) {
        WorkspaceFiles files = Shipped.read(folder);
        Compilation compilation = WorkspaceCompiler.compile(files);
        assertThat(compilation.problems()).isEmpty();
        ScenarioReport report = Scenarios.run(((Compilation.Compiled) compilation).workspace(), files);
        assertThat(report.problems()).isEmpty();
        return report.results().stream()
                .map(result -> DynamicTest.dynamicTest(
                        folder.getFileName() + ": " + result.name(),
                        () -> assertThat(result.difference()).isEqualTo(List.of())));
    }
}
