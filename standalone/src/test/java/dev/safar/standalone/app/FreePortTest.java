package dev.safar.standalone.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FreePortTest {

    @Test
    void findsOneForZero() {
        assertThat(FreePort.require("127.0.0.1", 0, "--port")).isPositive();
    }

    @Test
    void namesThePortThatIsInUseAndTheOptionToChooseAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> FreePort.require("127.0.0.1", taken.getLocalPort(), "--port"))
                    .withMessage("can't listen on 127.0.0.1:" + taken.getLocalPort()
                            + " (Address already in use); choose another port with --port");
        }
    }
}
