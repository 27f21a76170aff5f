package dev.safar.standalone.app;

import java.util.Set;

/**
 * Where this process listens for HTTP.
 *
 * @param host a name or an address, which may be that of all interfaces
 */
record HttpAddress(String host, int port) {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");
    private static final String LOCALHOST = "localhost";

    /** What leads there, in links and on the screen; on this machine if it listens on all interfaces. */
    String url() {
        return "http://" + (isEverywhere() || host.equals(StandaloneOptions.LOOPBACK) ? LOCALHOST : literal()) + ":"
                + port;
    }

    /** What leads there from this process, whatever {@code localhost} is here. */
    String urlFromHere() {
        return "http://" + (isEverywhere() ? StandaloneOptions.LOOPBACK : literal()) + ":" + port;
    }

    private boolean isEverywhere() {
        return EVERYWHERE.contains(host);
    }

    /** An address of IPv6 has colons itself. */
    private String literal() {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
