package dev.safar.dispatch.app;

import dev.safar.dispatch.provider.Answer;
import dev.safar.dispatch.provider.CallTargets;
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.Envelope;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls behind a circuit breaker for each host: one that is down neither holds up the calls of the others nor its own. While
 * it is left alone, runs are told so at once.
 */
final class GuardedCalls implements ChannelProvider<Content.Call> {

    private static final int HOSTS = 1_000;
    private static final Answer LEFT_ALONE = new Answer.Refused(GuardedProvider.OPEN);

    private final ChannelProvider<Content.Call> caller;
    private final DispatchConfig.Circuit settings;
    private final Map<String, GuardedProvider<Content.Call>> byHost = new LinkedHashMap<>(16, 0.75f, true);

    GuardedCalls(ChannelProvider<Content.Call> caller, DispatchConfig.Circuit settings) {
        this.caller = caller;
        this.settings = settings;
    }

    @Override
    public String name() {
        return caller.name();
    }

    @Override
    public boolean awaited() {
        return caller.awaited();
    }

    @Override
    public Answer send(Envelope envelope, Content.Call content) {
        GuardedProvider<Content.Call> guarded =
                guard(CallTargets.url(envelope.to()).map(URI::getRawAuthority).orElse(""));
        if (!guarded.available()) {
            return LEFT_ALONE;
        }
        Answer answer = guarded.send(envelope, content);
        return answer.reason().equals(GuardedProvider.OPEN) ? LEFT_ALONE : answer;
    }

    /** How many hosts are left alone. */
    synchronized int open() {
        return (int)
                byHost.values().stream().filter(GuardedProvider::circuitOpen).count();
    }

    /** Of the hosts called last so many are known. */
    private synchronized GuardedProvider<Content.Call> guard(String host) {
        GuardedProvider<Content.Call> guarded =
                byHost.computeIfAbsent(host, unknown -> new GuardedProvider<>(caller, settings));
        if (byHost.size() > HOSTS) {
            byHost.remove(byHost.keySet().iterator().next());
        }
        return guarded;
    }
}
