package dev.safar.standalone.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Reports and differences as JSON: what is not there is absent. */
public final class BacktestJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.USE_DEFAULTS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** In the words of the decisions topic; the same decision makes the same line, always. */
    private static final ObjectWriter LINES = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writerFor(DecisionLine.class);

    private BacktestJson() {}

    /** A report for machines, in one piece. */
    public static String of(BacktestReport report) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a report can be written as JSON", e);
        }
    }

    static byte[] line(CustomerChanges customer) {
        try {
            return MAPPER.writeValueAsBytes(customer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("changes can be written as JSON", e);
        }
    }

    static byte[] line(DecisionLine decision) {
        try {
            return LINES.writeValueAsBytes(decision);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a decision can be written as JSON", e);
        }
    }
}
