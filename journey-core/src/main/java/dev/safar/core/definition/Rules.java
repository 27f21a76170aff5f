package dev.safar.core.definition;

/** Names of the rules that reading a file can find broken. */
final class Rules {

    static final String UNKNOWN_KEY = "unknown-key";
    static final String UNKNOWN_STEP_KIND = "unknown-step-kind";
    static final String MISSING_KEY = "missing-key";
    static final String WRONG_TYPE = "wrong-type";
    static final String BAD_DURATION = "bad-duration";
    static final String BAD_ID = "bad-id";

    private Rules() {}
}
