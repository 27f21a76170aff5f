package dev.safar.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where an embedded node listens, on loopback only.
 *
 * @param port for clients
 * @param controllerPort for the node itself
 */
public record Endpoint(int port, int controllerPort) {

    /** Two ports that were free a moment ago. */
    public static Endpoint free() {
        try (ServerSocket client = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket controller = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Endpoint(client.getLocalPort(), controller.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
