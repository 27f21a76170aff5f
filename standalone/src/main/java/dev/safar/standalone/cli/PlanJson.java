package dev.safar.standalone.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.safar.engine.plan.Plan;
import dev.safar.engine.plan.Plan.JourneyChange;
import dev.safar.engine.plan.Plan.StepChange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A plan for programs; {@code docs/operations.md} promises the names. */
final class PlanJson {

    private PlanJson() {}

    static String of(Plan plan) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("from", plan.from());
            json.writeStringField("to", plan.to());
            json.writeNumberField("inFlight", plan.inFlight());
            json.writeNumberField("touched", plan.touched());
            json.writeNumberField("share", plan.share());
            json.writeBooleanField("exceedsLimits", plan.exceedsLimits());
            json.writeArrayFieldStart("journeys");
            for (JourneyChange journey : plan.journeys()) {
                write(journey, json);
            }
            json.writeEndArray();
            texts("templates", plan.templates(), json);
            texts("segments", plan.segments(), json);
            texts("settings", plan.settings(), json);
            texts("countsFromNow", plan.countsFromNow(), json);
            texts("obstacles", plan.obstacles(), json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory", e);
        }
        return text.toString();
    }

    private static void write(JourneyChange journey, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("journey", journey.journey());
        json.writeStringField("change", journey.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("from", journey.from());
        json.writeStringField("to", journey.to());
        json.writeNumberField("uncounted", journey.uncounted());
        json.writeArrayFieldStart("steps");
        for (StepChange step : journey.steps()) {
            json.writeStartObject();
            json.writeStringField("version", step.version());
            json.writeStringField("step", step.step());
            json.writeNumberField("waiting", step.waiting());
            json.writeStringField("fate", step.fate().name().toLowerCase(Locale.ROOT));
            if (step.target().isPresent()) {
                json.writeStringField("target", step.target().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
