package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.check.Finding;
import dev.safar.standalone.chaos.recovery.Recovery;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rounds as text: a line for what was done and one for what came of it, more where something is wrong. */
final class Report {

    private static final int SHOWN = 10;
    private static final double MILLIS = 1000.0;

    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void round(RoundResult round) {
        RoundResult.Figures figures = round.figures();
        out.printf(
                Locale.ROOT,
                "round %2d  seed %d  %-6s %s%n",
                round.number(),
                round.seed(),
                round.passed() ? "ok" : "FAILED",
                round.faults().stream().map(Struck::toString).collect(Collectors.joining("; ")));
        out.printf(
                Locale.ROOT,
                "          %,d events accepted, %,d posted again, %,d messages, %,d SMS recognised when they came again, %s%n",
                figures.accepted(),
                figures.postedAgain(),
                figures.messages(),
                figures.recognised(),
                seconds(figures.took()));
        round.recoveries().forEach(this::recovery);
        if (!round.restarts().isEmpty()) {
            out.println("          had given up and were started again: " + String.join(", ", round.restarts()));
        }
        some("still moving: ", round.stuck());
        round.findings().stream().filter(finding -> !finding.holds()).forEach(this::failed);
        out.flush();
    }

    void summary(List<RoundResult> rounds, Duration took) {
        RoundResult last = rounds.get(rounds.size() - 1);
        out.println();
        last.findings()
                .forEach(finding -> out.println((finding.holds() ? "  ok      " : "  FAILED  ") + finding.rule()));
        long passed = rounds.stream().filter(RoundResult::passed).count();
        List<Struck> faults =
                rounds.stream().flatMap(round -> round.faults().stream()).toList();
        out.printf(
                Locale.ROOT,
                "%n%d of %d rounds passed in %s, %d of %d faults were felt%n",
                passed,
                rounds.size(),
                seconds(took),
                faults.stream().filter(Struck::felt).count(),
                faults.size());
        out.flush();
    }

    /** Where to look, and how to see it again. */
    void lookHere(RoundResult failed, ChaosOptions options) {
        out.println("Logs and data are in " + options.folder());
        out.println("The same load and the same faults: --rounds 1 --seed " + failed.seed());
        out.flush();
    }

    private void recovery(Recovery recovery) {
        out.println("          " + recovery.what() + ": first event after " + time(recovery.firstEvent())
                + ", caught up after " + time(recovery.caughtUp()));
    }

    private void failed(Finding finding) {
        out.println("          FAILED  " + finding.rule());
        some("  ", finding.exceptions());
    }

    private void some(String label, List<String> lines) {
        lines.stream().limit(SHOWN).forEach(line -> out.println("          " + label + line));
        if (lines.size() > SHOWN) {
            out.println("          " + label + "and " + (lines.size() - SHOWN) + " more");
        }
    }

    private static String time(Optional<Duration> time) {
        return time.map(Report::seconds).orElse("–");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / MILLIS);
    }
}
