package dev.safar.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program as a user starts it, on a slice of the recording. */
class DemoIT {

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path JOURNEYS = Path.of("..", "journeys");

    @TempDir
    private Path folder;

    @Test
    void endsWithItsTablesAndFindsEverythingAsItShouldBe() throws Exception {
        // when
        int exitCode = demo("--customers", "2");

        // then
        List<String> lines = output();
        assertThat(exitCode).as(String.join("\n", lines)).isZero();
        assertThat(section(lines, "Journeys"))
                .containsExactly(
                        "journey         entered  waiting  finished  how",
                        "abandoned-cart       20        0        20  completed 3, restarted 15, stopped: Order Completed 2",
                        "post-purchase         9        1         8  bought-again 2, completed 4, stopped: Order Refunded 2",
                        "win-back              5        1         4  completed 4");
        assertThat(section(lines, "Messages"))
                .containsExactly(
                        "channel  requested  sent  delivered  opened  clicked  failed  dropped",
                        "email           36    36          0      17        0       0        0",
                        "sms             13    13         13       0        0       0        0",
                        "push             2     2          0       0        0       0        0",
                        "e-mail has no 'delivered': a mail server says that it took a message, not what became of it",
                        "not requested: 4 no-address, 1 no-offer");
        assertThat(section(lines, "Checks")).isNotEmpty().allMatch(line -> line.startsWith("  ok  "));
        assertThat(folder.resolve("data/mailbox/index.html")).isNotEmptyFile();
    }

    private int demo(String... options) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                PROGRAM.toString(),
                "demo",
                "--data",
                folder.resolve("data").toString(),
                JOURNEYS.toString());
        program.command().addAll(List.of(options));
        program.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        Process process = program.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> output() throws IOException {
        return Files.readAllLines(folder.resolve("output"));
    }

    /** The lines between a heading and the next empty line. */
    private static List<String> section(List<String> lines, String heading) {
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }
}
