package dev.safar.standalone;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartFailuresIT {

    private static final String JOURNEYS = Path.of("..", "journeys").toString();

    @TempDir
    Path folder;

    @Test
    void saysInOneLineThatThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SafarProcess safar = SafarProcess.run(
                        folder.resolve("data"),
                        "up",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        Integer.toString(taken.getLocalPort()),
                        JOURNEYS)) {
            assertThat(safar.exitCode()).isEqualTo(3);
            assertThat(safar.output().lines())
                    .containsExactly(
                            "Starting Safar …",
                            "safar: can't listen on 127.0.0.1:" + taken.getLocalPort()
                                    + " (Address already in use); choose another port with --port");
        }
    }

    @Test
    void saysInOneLineThatTheFolderIsInUse() throws Exception {
        Path data = folder.resolve("data");
        try (SafarProcess first = SafarProcess.up(data, Instant.parse("2026-03-01T09:00:00Z"));
                SafarProcess second = SafarProcess.run(
                        folder.resolve("other"), "up", "--data", data.toString(), "--port", "0", JOURNEYS)) {
            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.output().lines())
                    .containsExactly(
                            "Starting Safar …",
                            "safar: another Safar is running on " + data
                                    + "; stop it, or give this one a folder with --data");
            assertThat(first.get("/q/health/live")).contains("UP");
        }
    }
}
