package dev.safar.standalone.chaos.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of loopback that were free a moment ago, each given out once. From below those that systems give to connections: while a
 * broker is down, a client that tries to reach it must not come to sit on its port.
 */
final class FreePorts {

    private static final int FROM = 15_000;
    private static final int TO = 32_000;

    private int last = ThreadLocalRandom.current().nextInt(FROM, TO);

    int next() {
        for (int tried = FROM; tried < TO; tried++) {
            last = last + 1 < TO ? last + 1 : FROM;
            if (isFree(last)) {
                return last;
            }
        }
        throw new ProcessFailure("there is no free port from " + FROM + " to " + TO);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
