package dev.safar.standalone.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.safar.core.compile.Problem;
import dev.safar.core.definition.WorkspaceFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was found in a workspace, as JSON; {@code docs/operations.md} promises the names. */
final class JsonReport {

    private final StringWriter text = new StringWriter();
    private final WorkspaceFiles files;

    JsonReport(WorkspaceFiles files) {
        this.files = files;
    }

    /** Something of a report that writes itself. */
    interface Part {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** An object about a workspace: the problems, then what else there is to say. */
    String of(Path workspace, List<Problem> problems, Part rest) {
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("workspace", workspace.toString());
            json.writeNumberField("errors", count(problems, Problem.Severity.ERROR));
            json.writeNumberField("warnings", count(problems, Problem.Severity.WARNING));
            json.writeArrayFieldStart("problems");
            for (Problem problem : problems) {
                write(problem, json);
            }
            json.writeEndArray();
            rest.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory", e);
        }
        return text.toString();
    }

    private void write(Problem problem, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", problem.where().file());
        json.writeNumberField("line", problem.where().line());
        json.writeNumberField("column", problem.where().column());
        int end = ProblemEnd.column(problem, files);
        if (end > 0) {
            json.writeNumberField("endColumn", end);
        }
        json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("rule", problem.rule());
        json.writeStringField("message", problem.fault());
        json.writeStringField("hint", problem.hint());
        json.writeEndObject();
    }

    private static long count(List<Problem> problems, Problem.Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
