package dev.safar.standalone.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an audit found, guarantee by guarantee.
 *
 * @param read how many records of each topic it is based on
 */
public record AuditReport(List<Verdict> verdicts, Map<String, Long> read) {

    public AuditReport {
        verdicts = List.copyOf(verdicts);
        read = new TreeMap<>(read);
    }

    /** Whether nothing that could be judged breaks a guarantee. */
    public boolean passed() {
        return verdicts.stream().allMatch(Verdict::holds);
    }

    public Verdict of(Guarantee guarantee) {
        return verdicts.stream()
                .filter(verdict -> verdict.guarantee() == guarantee)
                .findFirst()
                .orElseThrow();
    }

    /** The findings kept of all guarantees. */
    public List<Finding> findings() {
        return verdicts.stream().flatMap(verdict -> verdict.findings().stream()).toList();
    }
}
