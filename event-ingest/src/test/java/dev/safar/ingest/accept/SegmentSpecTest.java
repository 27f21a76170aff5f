package dev.safar.ingest.accept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.safar.ingest.SharedData;
import dev.safar.ingest.accept.Acceptance.Taken;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of Segment's specification; those written as JavaScript calls are put into the form that a client sends. */
class SegmentSpecTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void takesEveryExample() {
        for (JsonNode example : SharedData.lines("payloads/segment_spec_examples.jsonl")) {
            // given
            ObjectNode call = example.has("payload") ? example.path("payload").deepCopy() : written(example);
            String route = route(example, call);
            if (!call.has("userId") && !call.has("anonymousId") && !call.has("batch")) {
                call.put("userId", call.path("user_id").asText("u-1"));
            }

            // when
            Taken taken = Calls.taken(Calls.send(route, call.toString()));

            // then
            assertThat(taken.problems()).as(call.toString()).isEmpty();
            assertThat(taken.events()).hasSize(Math.max(1, call.path("batch").size()));
        }
    }

    private static String route(JsonNode example, ObjectNode call) {
        for (String name : List.of(
                call.path("type").asText(),
                call.path("action").asText(),
                example.path("call").asText())) {
            if (Route.of(name).isPresent()) {
                return name;
            }
        }
        if (call.has("batch")) {
            return "batch";
        } else if (call.has("event")) {
            return "track";
        } else if (call.has("groupId")) {
            return "group";
        } else if (call.has("previousId")) {
            return "alias";
        }
        return call.has("traits") ? "identify" : "page";
    }

    private static ObjectNode written(JsonNode example) {
        ObjectNode call = MAPPER.createObjectNode();
        JsonNode args = example.path("args");
        switch (example.path("call").asText()) {
            case "track" -> call.set("event", example.path("event"));
            case "group" -> call.put("groupId", args.get(0).asText()).set("traits", args.get(1));
            case "alias" -> call.put("previousId", "anon").set("userId", args.get(0));
            case "page" -> call.put("name", args.get(0).asText());
            default -> call.set("traits", args.get(args.size() - 1));
        }
        return example.has("properties") ? call.set("properties", example.path("properties")) : call;
    }
}
