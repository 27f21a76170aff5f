package dev.safar.standalone.audit;

import java.util.List;
import java.util.Map;

/**
 * What an audit says of one guarantee.
 *
 * @param judged how many customers, messages, runs or decisions, by what the guarantee speaks of, were looked at and can be judged
 * @param broken how many of them break it
 * @param findings the first of those
 * @param notJudged how many can't be judged, by the reason
 * @param noted what else was counted on the way
 */
public record Verdict(
        Guarantee guarantee,
        long judged,
        long broken,
        List<Finding> findings,
        Map<String, Long> notJudged,
        Map<String, Long> noted) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean holds() {
        return broken == 0;
    }
}
