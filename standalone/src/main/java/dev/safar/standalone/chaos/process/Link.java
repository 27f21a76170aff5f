package dev.safar.standalone.chaos.process;

import java.util.List;

/** The way of one service to all brokers, which can be frozen and thawed. */
public final class Link implements AutoCloseable {

    private final List<TcpProxy> proxies;

    Link(List<TcpProxy> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /** Nothing passes from here, in either direction; connections stay open. */
    public void freeze() {
        proxies.forEach(TcpProxy::freeze);
    }

    /** What was held passes, and all that follows. */
    public void thaw() {
        proxies.forEach(TcpProxy::thaw);
    }

    @Override
    public void close() {
        proxies.forEach(TcpProxy::close);
    }
}
