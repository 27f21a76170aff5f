package dev.safar.standalone.chaos.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TcpProxyTest {

    @Test
    void nothingPassesWhileItIsFrozenAndAllOfItAfterwards() throws IOException {
        try (ServerSocket target = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TcpProxy proxy = TcpProxy.to(target.getLocalPort());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
                Socket server = target.accept()) {
            // given
            server.setSoTimeout(200);
            client.getOutputStream().write('a');
            assertThat(server.getInputStream().read()).isEqualTo('a');

            // when
            proxy.freeze();
            client.getOutputStream().write('b');

            // then
            assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            proxy.thaw();
            server.setSoTimeout(10_000);
            assertThat(server.getInputStream().read()).isEqualTo('b');
        }
    }
}
