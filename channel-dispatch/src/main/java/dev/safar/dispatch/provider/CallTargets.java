package dev.safar.dispatch.provider;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses may be called: those that are listed, and nothing inside our own network unless it is. A journey is
 * written by people who need not be able to reach everything that this process can.
 */
public final class CallTargets {

    static final String BAD_URL = "bad-url";
    static final String NOT_ALLOWED = "host-not-allowed";
    static final String PRIVATE = "private-address";
    static final String UNKNOWN = "unknown-host";

    private static final String ANY_PUBLIC = "*";

    private final List<String> listed;
    private final Resolver resolver;

    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** @param listed {@code host}, {@code host:port}, {@code *.domain}, or {@code *} for every public host; none is {@code *} */
    public CallTargets(List<String> listed, Resolver resolver) {
        this.listed = listed.isEmpty()
                ? List.of(ANY_PUBLIC)
                : listed.stream()
                        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                        .toList();
        this.resolver = resolver;
    }

    /** Where a call goes, if it can be called at all. */
    public static Optional<URI> url(String text) {
        try {
            URI url = URI.create(text);
            boolean callable = ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null;
            return callable ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Why it must not be called; empty if it may. */
    Optional<String> reasonToRefuse(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        if (listed.stream().anyMatch(entry -> names(entry, host, url.getPort()))) {
            return Optional.empty();
        }
        if (!listed.contains(ANY_PUBLIC)) {
            return Optional.of(NOT_ALLOWED);
        }
        try {
            for (InetAddress address : resolver.resolve(host)) {
                if (!PublicAddresses.contain(address)) {
                    return Optional.of(PRIVATE);
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(UNKNOWN);
        }
    }

    private static boolean names(String entry, String host, int port) {
        if (entry.startsWith("*.")) {
            return host.endsWith(entry.substring(1));
        }
        return entry.equals(host) || entry.equals(host + ":" + port);
    }
}
