package dev.safar.core.compile;

/** Names of rules that more than one class looks after. */
final class RuleNames {

    static final String UNKNOWN_VALUE = "unknown-value";
    static final String UNKNOWN_CHANNEL = "unknown-channel";
    static final String UNKNOWN_VARIABLE = "unknown-variable";
    static final String BAD_DATE = "bad-date";
    static final String BAD_TIME = "bad-time";
    static final String UNKNOWN_JOURNEY = "unknown-journey";
    static final String FILE_NAME = "file-name";

    private RuleNames() {}
}
