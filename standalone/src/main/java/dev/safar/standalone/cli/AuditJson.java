package dev.safar.standalone.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.safar.standalone.audit.AuditReport;
import dev.safar.standalone.audit.Finding;
import dev.safar.standalone.audit.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** An audit's report as JSON; {@code docs/operations.md} promises the names. */
final class AuditJson {

    private AuditJson() {}

    static String of(AuditReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeBooleanField("passed", report.passed());
            json.writeArrayFieldStart("guarantees");
            for (Verdict verdict : report.verdicts()) {
                write(verdict, json);
            }
            json.writeEndArray();
            counts("read", report.read(), json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory", e);
        }
        return text.toString();
    }

    private static void write(Verdict verdict, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("guarantee", verdict.guarantee().id());
        json.writeStringField("promise", verdict.guarantee().promise());
        json.writeNumberField("judged", verdict.judged());
        json.writeNumberField("broken", verdict.broken());
        counts("notJudged", verdict.notJudged(), json);
        counts("counted", verdict.noted(), json);
        json.writeArrayFieldStart("findings");
        for (Finding finding : verdict.findings()) {
            json.writeStartObject();
            json.writeStringField("subject", finding.subject());
            json.writeStringField("where", finding.where());
            json.writeStringField("what", finding.what());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void counts(String name, Map<String, Long> counts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }
}
