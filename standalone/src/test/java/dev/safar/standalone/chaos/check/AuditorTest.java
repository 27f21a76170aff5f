package dev.safar.standalone.chaos.check;

import dev.safar.standalone.audit.Guarantee;
import dev.safar.standalone.audit.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuditorTest {

    private static final dev.safar.standalone.audit.Finding LOST = new dev.safar.standalone.audit.Finding(
            Guarantee.APPLIED_ONCE, "customer ada", "events-0@7", "never applied");

    @Test
    void tellsHowManyWereJudgedAndHowManyNot() {
        assertThat(Auditor.finding(verdict(Guarantee.NOT_CANCELLED, 12, List.of(), Map.of("no tick", 3L, "old", 1L))))
                .isEqualTo(
                        new Finding("audit: no message after an event that cancels it (12 judged, 4 not)", List.of()));
    }

    @Test
    void doesNotLetPassWhatCouldNotBeJudgedInAWholeLog() {
        assertThat(Auditor.finding(verdict(Guarantee.APPLIED_ONCE, 12, List.of(LOST), Map.of("old", 1L))))
                .isEqualTo(new Finding(
                        "audit: every accepted event applied once (12 judged, 1 not)",
                        List.of(LOST.toString(), "could not be judged: {old=1}")));
    }

    @Test
    void doesNotLetPassAGuaranteeOfWhichNothingCouldBeJudged() {
        assertThat(Auditor.finding(verdict(Guarantee.SENT_ONCE, 0, List.of(), Map.of("old", 5L))))
                .isEqualTo(new Finding(
                        "audit: no message twice at the provider (0 judged, 5 not)",
                        List.of("could not be judged: {old=5}")));
    }

    private static Verdict verdict(
            Guarantee guarantee,
            long judged,
            List<dev.safar.standalone.audit.Finding> findings,
            Map<String, Long> notJudged) {
        return new Verdict(guarantee, judged, findings.size(), findings, notJudged, Map.of());
    }
}
