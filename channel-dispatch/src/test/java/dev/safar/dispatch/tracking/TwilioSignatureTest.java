package dev.safar.dispatch.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.dispatch.SharedData;
import dev.safar.dispatch.provider.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TwilioSignatureTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void knowsASignatureOfItsOwnToken() {
        // given: made with Twilio's own library
        Map<String, String> form = Map.of(
                "Digits", "1234",
                "CallSid", "CA1234567890ABCDE",
                "To", "+18005551212",
                "Caller", "+14158675309",
                "From", "+14158675309");
        TwilioSignature signature = new TwilioSignature("12345");

        // then
        assertThat(signature.matches(
                        "RSOYDt4T1cUTdK1PDd93/VVr8B8=", "https://mycompany.com/myapp.php?foo=1&bar=2", form))
                .isTrue();
        assertThat(signature.matches(
                        "RSOYDt4T1cUTdK1PDd93/VVr8B8=", "https://mycompany.com/myapp.php?foo=1&bar=3", form))
                .isFalse();
    }

    @Test
    void agreesWithTheKnownAnswers() throws Exception {
        // given
        JsonNode twilio = JSON.readTree(SharedData.read("payloads/signature_vectors.json"))
                .path("twilio");
        TwilioSignature signature = new TwilioSignature(twilio.path("authToken").asText());

        // then
        for (JsonNode vector : twilio.path("vectors")) {
            Map<String, String> form = new LinkedHashMap<>();
            vector.path("params")
                    .properties()
                    .forEach(entry -> form.put(entry.getKey(), entry.getValue().asText()));
            assertThat(signature.matches(
                            vector.path("signature").asText(),
                            vector.path("url").asText(),
                            form))
                    .as(vector.path("url").asText())
                    .isEqualTo(vector.path("valid").asBoolean());
        }
    }

    @Test
    void agreesWithTheRecordedCallbacks() throws Exception {
        for (String line : SharedData.lines("payloads/provider-callbacks/twilio_callbacks.jsonl")) {
            JsonNode callback = JSON.readTree(line);
            TwilioSignature signature =
                    new TwilioSignature(callback.path("authToken").asText());
            assertThat(signature.matches(
                            callback.path("headers").path("X-Twilio-Signature").asText(),
                            callback.path("url").asText(),
                            Form.decode(callback.path("body").asText())))
                    .as(line)
                    .isEqualTo(callback.path("expect").asText().equals("accept"));
        }
    }
}
