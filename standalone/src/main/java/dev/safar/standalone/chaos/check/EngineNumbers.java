package dev.safar.standalone.chaos.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.standalone.chaos.process.Service;
import java.util.List;
import java.util.Optional;

/** What all engines together say of their runs. */
record EngineNumbers(long entered, long waiting, long finished) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty while one of them does not answer. */
    static Optional<EngineNumbers> of(List<Service> engines) {
        EngineNumbers sum = new EngineNumbers(0, 0, 0);
        for (Service engine : engines) {
            Optional<String> answer = engine.isReady() ? engine.get("/journeys") : Optional.empty();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(answer.get());
        }
        return Optional.of(sum);
    }

    boolean addsUp() {
        return entered == waiting + finished;
    }

    private EngineNumbers plus(String answer) {
        try {
            EngineNumbers sum = this;
            for (JsonNode journey : JSON.readTree(answer)) {
                long ended = 0;
                for (JsonNode count : journey.path("finished")) {
                    ended += count.asLong();
                }
                sum = new EngineNumbers(
                        sum.entered + journey.path("entered").asLong(),
                        sum.waiting + journey.path("waiting").asLong(),
                        sum.finished + ended);
            }
            return sum;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine does not answer with JSON", e);
        }
    }
}
