package dev.safar.benchmarks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class BenchCommandTest {

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "--only=7, --only: there is no contender 7",
        "--customers=0, '--customers must be 1 or more, but is 0'",
        "--waiting=-1, '--waiting must be 1 or more, but is -1'",
        "--journeys=nowhere, --journeys: there is no folder nowhere"
    })
    void refusesWhatCannotBeBeforeItMeasures(String option, String problem) {
        assertThat(bench("throughput", option)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith(problem + System.lineSeparator());
    }

    @Test
    void refusesAWorkspaceWithErrors(@TempDir Path folder) throws Exception {
        // given
        Files.writeString(folder.resolve("cart.yaml"), "journey: cart\n");

        // then
        assertThat(bench("throughput", "--journeys=" + folder)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith("--journeys: " + folder + " has errors; safar check shows them");
    }

    @Test
    void refusesPressureWithoutCustomers() {
        assertThat(bench("pressure", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith("CUSTOMERS must be 1 or more, but is 0");
    }

    private int bench(String... arguments) {
        return BenchMain.command().setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
