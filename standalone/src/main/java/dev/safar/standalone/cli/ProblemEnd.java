package dev.safar.standalone.cli;

import dev.safar.core.compile.Problem;
import dev.safar.core.definition.WorkspaceFiles;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where what a problem speaks of ends: known where its message quotes what stands at its place. */
final class ProblemEnd {

    private static final Pattern QUOTED = Pattern.compile("'([^'\n]+)'");

    private ProblemEnd() {}

    /** The column after the last character; 0 where it is not known. */
    static int column(Problem problem, WorkspaceFiles files) {
        int column = problem.where().column();
        String line = line(
                files.texts().getOrDefault(problem.where().file(), ""),
                problem.where().line());
        int longest = 0;
        Matcher quoted = QUOTED.matcher(problem.fault());
        while (quoted.find()) {
            if (line.startsWith(quoted.group(1), column - 1)) {
                longest = Math.max(longest, quoted.group(1).length());
            }
        }
        return longest == 0 ? 0 : column + longest;
    }

    private static String line(String text, int number) {
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return marked.lines().skip(number - 1L).findFirst().orElse("");
    }
}
