package dev.safar.ingest.accept;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of a call's own fields. A field of another name is passed over, since clients have fields of theirs, unless it is
 * clearly meant to be one of these that the call lacks.
 */
final class FieldNames {

    private static final List<String> NAMES = List.of(
            "type",
            "event",
            "userId",
            "anonymousId",
            "messageId",
            "timestamp",
            "originalTimestamp",
            "sentAt",
            "properties",
            "traits",
            "context",
            "groupId",
            "previousId",
            "historical");

    private static final Map<String, String> ALSO_MEANT =
            Map.of("property", "properties", "props", "properties", "eventname", "event");

    private static final int LONGEST = 20;

    /** Shorter names are near too many others. */
    private static final int SHORTEST_TO_COMPARE = 5;

    private static final int SHORTEST_WITH_TWO_SLIPS = 8;

    private FieldNames() {}

    /** A problem for each field that is misspelt. */
    static void check(JsonNode call, Problems problems) {
        for (Iterator<String> names = call.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            meant(name)
                    .filter(known -> !call.has(known))
                    .ifPresent(known -> problems.add(
                            Text.wellFormed(name),
                            EventProblem.Kind.INVALID,
                            "is no field of a call; '" + known + "' is"));
        }
    }

    /** The field that another name stands for; empty if it is one itself, or means something else. */
    private static Optional<String> meant(String name) {
        if (NAMES.contains(name) || name.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(name);
        return NAMES.stream()
                .filter(known -> plain(known).equals(plain))
                .findFirst()
                .or(() -> Optional.ofNullable(ALSO_MEANT.get(plain)))
                .or(() -> NAMES.stream()
                        .filter(known -> near(plain, plain(known)))
                        .findFirst());
    }

    private static String plain(String name) {
        return name.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean near(String name, String known) {
        if (known.length() < SHORTEST_TO_COMPARE) {
            return false;
        }
        int slips = known.length() < SHORTEST_WITH_TWO_SLIPS ? 1 : 2;
        return distance(name, known) <= slips;
    }

    /** Letters left out, added, wrong, or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : least(steps, a.substring(0, i), b.substring(0, j));
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int least(int[][] steps, String a, String b) {
        int i = a.length();
        int j = b.length();
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(steps[i - 1][j - 1] + wrong, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
