package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Handling;
import dev.safar.core.model.Policies;
import dev.safar.core.model.Template;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Asks all policies, in their order, what becomes of a message that a run wants to send now. */
final class Gate {

    static final String TOO_LATE = "too-late";
    static final String HOLDOUT = "holdout";
    static final String NO_TEMPLATE = "no-template";
    static final String NO_OFFER = "no-offer";
    static final String CAP = "cap";

    /** However often its turn is taken by others, a message is held back no longer than this. */
    static final Duration LONGEST_HOLD = Duration.ofDays(30);

    private static final String OFFER_PREFIX = "offer.";

    private final Workspace workspace;
    private final Reachability reachability;
    private final Holdouts holdouts;
    private final QuietTimes quietTimes;
    private final Caps caps;

    Gate(Workspace workspace) {
        Policies policies = workspace.settings().policies();
        this.workspace = workspace;
        this.reachability = new Reachability(workspace.settings());
        this.holdouts = new Holdouts(policies);
        this.quietTimes = new QuietTimes(policies);
        this.caps = new Caps(policies);
    }

    /** What becomes of a message. */
    sealed interface Verdict {

        /** It goes out. */
        record Pass(Channel channel, Template template, boolean capped) implements Verdict {}

        /** It waits; what may be different then is asked again. */
        record Hold(Channel channel, String reason, Instant until) implements Verdict {}

        /** It is dropped. */
        record Skip(String reason) implements Verdict {}
    }

    Verdict of(Wanted wanted, Run run, Deliberation deliberation) {
        Customer customer = deliberation.customer();
        Optional<String> topic = wanted.step().handling().topic();
        if (wanted.isLateAt(deliberation.now())) {
            return new Verdict.Skip(TOO_LATE);
        }
        if (holdouts.holds(customer.id(), topic)) {
            return new Verdict.Skip(HOLDOUT);
        }
        Optional<Channel> channel = reachability.firstOf(wanted.channels(), topic, customer);
        return channel.isEmpty()
                ? new Verdict.Skip(reachability.obstacle(wanted.channels(), customer))
                : on(channel.get(), wanted, run, deliberation);
    }

    private Verdict on(Channel channel, Wanted wanted, Run run, Deliberation deliberation) {
        Optional<Template> template =
                workspace.template(run.journey(), wanted.step().template());
        if (template.isEmpty()) {
            return new Verdict.Skip(NO_TEMPLATE);
        }
        if (run.offer().isEmpty() && showsOffer(template.get(), channel)) {
            return new Verdict.Skip(NO_OFFER);
        }
        return delay(channel, wanted.step().handling(), deliberation)
                .map(delay -> verdict(delay, channel, wanted, deliberation.now()))
                .orElse(new Verdict.Pass(channel, template.get(), caps.count(channel)));
    }

    private static boolean showsOffer(Template template, Channel channel) {
        return template.variables().getOrDefault(channel, Set.of()).stream()
                .anyMatch(path -> path.startsWith(OFFER_PREFIX));
    }

    /** A reason not to send now, and when it will be gone. */
    private record Delay(String reason, Instant until, boolean drops) {}

    private Optional<Delay> delay(Channel channel, Handling handling, Deliberation deliberation) {
        Customer customer = deliberation.customer();
        ZoneId zone = LocalTimes.zoneOf(customer, workspace.settings());
        Instant now = deliberation.now();
        boolean ignoresQuiet = handling.quiet() == Handling.Quiet.IGNORE;
        Optional<QuietTimes.Silence> silence = ignoresQuiet ? Optional.empty() : quietTimes.at(channel, now, zone);
        if (silence.isPresent()) {
            boolean drops = handling.quiet() == Handling.Quiet.DROP;
            return Optional.of(new Delay(silence.get().reason(), silence.get().until(), drops));
        }
        if (ignoresQuiet && handling.priority() == Handling.Priority.HIGH) {
            return Optional.empty();
        }
        return caps.fullUntil(channel, customer.pressure().sends(), now, zone)
                .map(day -> ignoresQuiet ? day : pastSilence(channel, day, zone))
                .map(until -> new Delay(CAP, until, !caps.defer(channel)));
    }

    private Instant pastSilence(Channel channel, Instant moment, ZoneId zone) {
        return quietTimes
                .at(channel, moment, zone)
                .map(QuietTimes.Silence::until)
                .orElse(moment);
    }

    private static Verdict verdict(Delay delay, Channel channel, Wanted wanted, Instant now) {
        boolean inVain = wanted.isLateAt(delay.until())
                || delay.until().isAfter(Instants.after(wanted.dueAt(), LONGEST_HOLD))
                || !delay.until().isAfter(now);
        return delay.drops() || inVain
                ? new Verdict.Skip(delay.reason())
                : new Verdict.Hold(channel, delay.reason(), delay.until());
    }
}
