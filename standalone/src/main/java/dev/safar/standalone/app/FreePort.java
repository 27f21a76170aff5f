package dev.safar.standalone.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds out whether one can listen, before anything is started. */
final class FreePort {

    private FreePort() {}

    /**
     * The port, or a free one for 0.
     *
     * @param option the option that names another
     * @throws StartFailure if somebody else listens there, or the address is not of this machine
     */
    static int require(String host, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return socket.getLocalPort();
        } catch (UnknownHostException e) {
            throw new StartFailure("there is no address " + host, e);
        } catch (IOException e) {
            throw new StartFailure(
                    "can't listen on " + host + ":" + port + " (" + e.getMessage() + "); choose another port with "
                            + option,
                    e);
        }
    }
}
