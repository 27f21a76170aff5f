package dev.safar.standalone.chaos.check;

import dev.safar.standalone.audit.Audit;
import dev.safar.standalone.audit.AuditFailedException;
import dev.safar.standalone.audit.AuditReport;
import dev.safar.standalone.audit.AuditRequest;
import dev.safar.standalone.audit.Guarantee;
import dev.safar.standalone.audit.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an audit of the logs says, guarantee by guarantee. */
final class Auditor {

    /** When nothing moves any more, what was due has fired long ago. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Of these, each case can be judged where nothing has been deleted and nobody is behind. */
    private static final Set<Guarantee> WHOLE = EnumSet.of(
            Guarantee.APPLIED_ONCE,
            Guarantee.ASKED_ONCE,
            Guarantee.BALANCED,
            Guarantee.NOTHING_OVERDUE,
            Guarantee.DECIDED);

    private Auditor() {}

    static List<Finding> findings(String bootstrapServers) {
        try {
            AuditReport report =
                    Audit.of(AuditRequest.of(bootstrapServers).withGrace(GRACE)).run();
            return report.verdicts().stream().map(Auditor::finding).toList();
        } catch (AuditFailedException e) {
            return List.of(new Finding("the logs can be audited", List.of(e.getMessage())));
        }
    }

    /** The logs of a round are whole, so that of most guarantees all can be judged; what can't be would hide what it is about. */
    static Finding finding(Verdict verdict) {
        long open =
                verdict.notJudged().values().stream().mapToLong(Long::longValue).sum();
        String rule = String.format(
                Locale.ROOT,
                "audit: %s (%d judged, %d not)",
                verdict.guarantee().promise(),
                verdict.judged(),
                open);
        List<String> exceptions = new ArrayList<>();
        verdict.findings().forEach(finding -> exceptions.add(finding.toString()));
        if (open > 0 && (verdict.judged() == 0 || WHOLE.contains(verdict.guarantee()))) {
            exceptions.add("could not be judged: " + verdict.notJudged());
        }
        return new Finding(rule, exceptions);
    }
}
