package dev.safar.standalone.chaos.recovery;

import dev.safar.standalone.chaos.process.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By how much a counter of the engines has grown, as their metrics say, where engines come and go in between. */
public final class EngineCounter {

    private final Pattern line;
    private final Map<String, Double> before = new HashMap<>();

    private EngineCounter(String metric) {
        this.line = Pattern.compile("(?m)^" + Pattern.quote(metric) + "(?:\\{[^}]*})? (\\S+)");
    }

    /** Of records read from the changelog so that tasks could begin. */
    public static EngineCounter restored() {
        return new EngineCounter("safar_restored_records_total");
    }

    /** Of records read from the changelog to keep copies of what others work on. */
    public static EngineCounter copied() {
        return new EngineCounter("safar_standby_records_total");
    }

    /** Counts from here; an engine that is not alive now begins at zero when it is started. */
    public void begin(List<Service> engines) {
        before.clear();
        engines.forEach(engine -> of(engine).ifPresent(value -> before.put(engine.name(), value)));
    }

    /** An engine that is about to end: its counter begins again. */
    public void forget(Service engine) {
        before.remove(engine.name());
    }

    /** Since the beginning, by all engines that are alive. */
    public long since(List<Service> engines) {
        return Math.round(engines.stream()
                .mapToDouble(engine -> of(engine)
                        .map(now -> now - before.getOrDefault(engine.name(), 0.0))
                        .orElse(0.0))
                .sum());
    }

    /** Its sum over all lines of it; empty where there is none. */
    Optional<Double> read(String metrics) {
        Matcher matcher = line.matcher(metrics);
        double sum = 0;
        boolean found = false;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1));
            found = true;
        }
        return found ? Optional.of(sum) : Optional.empty();
    }

    private Optional<Double> of(Service engine) {
        return engine.isAlive() ? engine.get("/q/metrics").flatMap(this::read) : Optional.empty();
    }
}
