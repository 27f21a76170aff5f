package dev.safar.standalone.cli;

/** What the command line returns to its caller. */
final class ExitCode {

    static final int OK = 0;

    /** A workspace has errors, or a scenario fails. */
    static final int PROBLEMS = 1;

    static final int USAGE = 2;
    static final int COULD_NOT_START = 3;

    private ExitCode() {}
}
