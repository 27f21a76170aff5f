package dev.safar.benchmarks.report;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportTest {

    private static final Surroundings HERE = new Surroundings(2, 24_105, "Linux", "Java 17", "4.3.1", "0.1.0");

    @Test
    void alignsColumnsAsMarkdown() {
        assertThat(new Grid("who", "events/s")
                        .row("a", "93,500")
                        .row("somebody", "7")
                        .text())
                .isEqualTo(
                        """
                        | who      | events/s |
                        |----------|----------|
                        | a        |   93,500 |
                        | somebody |        7 |
                        """);
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> new Grid("who", "events/s").row("a")).hasMessage("a row of 1 cells under 2 titles");
    }

    @Test
    void writesSurroundingsAndSectionsAsJson() throws IOException {
        // given
        var section = new Section("latency", "| … |", new Distribution(3, 1, 2, 2.5));

        // then
        assertThat(ResultFile.json(HERE, List.of(section)))
                .isEqualTo(
                        """
                        {
                          "surroundings" : {
                            "cores" : 2,
                            "memoryMegabytes" : 24105,
                            "system" : "Linux",
                            "java" : "Java 17",
                            "kafka" : "4.3.1",
                            "safar" : "0.1.0"
                          },
                          "latency" : {
                            "count" : 3,
                            "p50" : 1.0,
                            "p99" : 2.0,
                            "max" : 2.5
                          }
                        }
                        """);
    }
}
