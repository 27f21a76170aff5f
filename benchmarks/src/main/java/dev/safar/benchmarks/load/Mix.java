package dev.safar.benchmarks.load;

import java.util.Locale;

/** How the events of a shop are mixed. */
public enum Mix {
    /** Every event is one that a journey observes. */
    DENSE(0),

    /** Nine views to one of the others, as in recorded shops. */
    RECORDED(9);

    private final int viewsPerAction;

    Mix(int viewsPerAction) {
        this.viewsPerAction = viewsPerAction;
    }

    /** How many views there are, on average, before each event that a journey observes. */
    public int viewsPerAction() {
        return viewsPerAction;
    }

    /** As it is written on the command line and in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
