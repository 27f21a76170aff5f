package dev.safar.standalone.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the checks say, as they say it. */
final class Verdicts {

    private final Map<Guarantee, Said> said = new EnumMap<>(Guarantee.class);
    private final int shown;

    /** @param shown how many findings of each guarantee are kept; the rest is counted */
    Verdicts(int shown) {
        this.shown = shown;
        Arrays.stream(Guarantee.values()).forEach(guarantee -> said.put(guarantee, new Said()));
    }

    private static final class Said {
        private long judged;
        private long broken;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, Long> notJudged = new TreeMap<>();
        private final Map<String, Long> noted = new TreeMap<>();
    }

    /** One more was looked at and is as it has to be. */
    void good(Guarantee guarantee) {
        said.get(guarantee).judged++;
    }

    /** One more was looked at and is not. */
    void broken(Guarantee guarantee, String subject, String where, String what) {
        Said of = said.get(guarantee);
        of.judged++;
        of.broken++;
        if (of.findings.size() < shown) {
            of.findings.add(new Finding(guarantee, subject, where, what));
        }
    }

    void notJudged(Guarantee guarantee, String because) {
        said.get(guarantee).notJudged.merge(because, 1L, Long::sum);
    }

    void note(Guarantee guarantee, String what) {
        note(guarantee, what, 1);
    }

    void note(Guarantee guarantee, String what, long count) {
        if (count != 0) {
            said.get(guarantee).noted.merge(what, count, Long::sum);
        }
    }

    /** In the order of the guarantees. */
    List<Verdict> all() {
        List<Verdict> all = new ArrayList<>();
        said.forEach((guarantee, of) -> all.add(new Verdict(
                guarantee, of.judged, of.broken, of.findings, new TreeMap<>(of.notJudged), new TreeMap<>(of.noted))));
        return all;
    }
}
