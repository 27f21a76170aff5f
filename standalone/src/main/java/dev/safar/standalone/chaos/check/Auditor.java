package dev.safar.standalone.chaos.check;

import dev.safar.standalone.audit.Audit;
import dev.safar.standalone.audit.AuditFailedException;
import dev.safar.standalone.audit.AuditReport;
import dev.safar.standalone.audit.AuditRequest;
import dev.safar.standalone.audit.Verdict;
import java.time.Duration;
import java.util.List;

/** What an audit of the logs says, guarantee by guarantee. */
final class Auditor {

    /** When nothing moves any more, what was due has fired long ago. */
    private static final Duration GRACE = Duration.ofSeconds(10);

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

    private static Finding finding(Verdict verdict) {
        String rule = "audit: " + verdict.guarantee().promise() + " (" + verdict.judged() + " judged)";
        if (verdict.judged() == 0 && !verdict.notJudged().isEmpty()) {
            return new Finding(rule, List.of("nothing could be judged: " + verdict.notJudged()));
        }
        return new Finding(
                rule, verdict.findings().stream().map(Object::toString).toList());
    }
}
