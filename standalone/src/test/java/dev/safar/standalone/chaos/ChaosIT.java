package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.fault.FaultKind;
import dev.safar.standalone.chaos.process.ClusterPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** One round on the programs as they are shipped; {@code ./safar chaos} has all kinds of faults. */
class ChaosIT {

    @TempDir
    Path folder;

    @Test
    void nothingIsLostOrSentTwiceOrAfterAPurchaseWhenAnEngineADispatcherAndTheBrokerAreKilled() throws Exception {
        // given
        StringWriter told = new StringWriter();
        ChaosOptions options = new ChaosOptions(
                Path.of("..").toAbsolutePath().normalize(),
                folder,
                new ChaosOptions.Rounds(
                        1, 1, List.of(FaultKind.KILL_ENGINE, FaultKind.KILL_DISPATCHER, FaultKind.KILL_BROKER)),
                new ClusterPlan.Size(1, 2, 2, 4),
                60);

        // when
        boolean passed = new Chaos(options, InstantSource.system(), new PrintWriter(told, true)).run();

        // then
        assertThat(passed).as(told.toString()).isTrue();
    }
}
