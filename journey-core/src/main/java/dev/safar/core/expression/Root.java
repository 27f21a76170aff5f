package dev.safar.core.expression;

import java.util.Locale;

/** What an expression may start from; which ones exist depends on where the expression stands. */
public enum Root {
    EVENT("there is no event at this point"),
    CUSTOMER("there is no customer at this point"),
    RUN("there is no run yet at this point");

    private final String absence;

    Root(String absence) {
        this.absence = absence;
    }

    String absence() {
        return absence;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
