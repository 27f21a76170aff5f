package dev.safar.standalone.audit;

import dev.safar.standalone.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An audit's report for a terminal. */
public final class AuditText {

    private AuditText() {}

    /** A table of the guarantees, what else was counted, and the findings. */
    public static List<String> lines(AuditReport report) {
        TextTable table = new TextTable("guarantee", "judged", "broken", "not judged", "");
        for (Verdict verdict : report.verdicts()) {
            long open = verdict.notJudged().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            table.row(
                    verdict.guarantee().promise(),
                    verdict.judged(),
                    verdict.broken(),
                    open,
                    verdict.holds() ? "" : "BROKEN");
        }
        List<String> lines = new ArrayList<>(table.lines());
        section(lines, "counted", report, Verdict::noted);
        section(lines, "not judged", report, Verdict::notJudged);
        if (!report.passed()) {
            lines.add("");
            report.verdicts().forEach(verdict -> findings(lines, verdict));
        }
        return lines;
    }

    private interface Counts {
        Map<String, Long> of(Verdict verdict);
    }

    private static void section(List<String> lines, String title, AuditReport report, Counts counts) {
        List<String> entries = new ArrayList<>();
        for (Verdict verdict : report.verdicts()) {
            counts.of(verdict)
                    .forEach((what, count) -> entries.add(String.format(Locale.ROOT, "  %,d %s", count, what)));
        }
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add(title + ":");
            lines.addAll(entries);
        }
    }

    private static void findings(List<String> lines, Verdict verdict) {
        if (verdict.holds()) {
            return;
        }
        lines.add("BROKEN: " + verdict.guarantee().promise());
        verdict.findings().forEach(finding -> lines.add("  " + finding));
        long more = verdict.broken() - verdict.findings().size();
        if (more > 0) {
            lines.add(String.format(Locale.ROOT, "  and %,d more", more));
        }
        lines.add("  What to do: " + Remedies.of(verdict.guarantee()));
    }
}
