package dev.safar.dispatch.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which language a customer gets, and which way it is written. */
final class Locales {

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

    private Locales() {}

    /** The first wanted locale that is there, each with its plain language after it; else any. */
    static Optional<String> best(List<String> wanted, Collection<String> there) {
        for (String locale : candidates(wanted)) {
            for (String candidate : there) {
                if (tag(candidate).equals(locale)) {
                    return Optional.of(candidate);
                }
            }
        }
        return there.stream().findFirst();
    }

    static boolean rightToLeft(String locale) {
        return RIGHT_TO_LEFT.contains(language(tag(locale)));
    }

    private static List<String> candidates(List<String> wanted) {
        List<String> candidates = new ArrayList<>();
        for (String locale : wanted) {
            if (locale != null && !locale.isBlank()) {
                candidates.add(tag(locale));
                candidates.add(language(tag(locale)));
            }
        }
        return candidates;
    }

    private static String tag(String locale) {
        return locale.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static String language(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }
}
