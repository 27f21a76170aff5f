package dev.safar.ingest.accept;

import dev.safar.ingest.accept.Acceptance.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WriteKeysTest {

    private static final Optional<String> NONE = Optional.empty();

    @Test
    void nameTheSourceOrFingerprintTheKey() {
        // given
        WriteKeys keys = new WriteKeys(List.of("web@abc", "c2VjcmV0Cg==", "app@id:secret"));

        // then
        assertThat(keys.source("abc")).contains("web");
        assertThat(keys.source("c2VjcmV0Cg=="))
                .hasValueSatisfying(source -> assertThat(source).matches("key-[0-9a-f]{8}"));
        assertThat(keys.source("id:secret")).contains("app");
        assertThat(keys.source("id:other")).isEmpty();
        assertThat(keys.source("abc:whatever")).contains("web");
        assertThat(keys.source("web@abc")).isEmpty();
    }

    @Test
    void areReadFromHeadersBasicAuthFirst() {
        assertThat(WriteKeys.fromHeaders(basic("abc:"), Optional.of("other"))).contains("abc");
        assertThat(WriteKeys.fromHeaders(basic("id:secret"), NONE)).contains("id:secret");
        assertThat(WriteKeys.fromHeaders(Optional.of("basic  YWJjOg== "), NONE)).contains("abc");
        assertThat(WriteKeys.fromHeaders(Optional.of("Bearer x"), Optional.of("abc")))
                .contains("abc");
        assertThat(WriteKeys.fromHeaders(Optional.of("Basic ***"), NONE)).contains("");
        assertThat(WriteKeys.fromHeaders(NONE, NONE)).isEmpty();
    }

    @Test
    void areLookedForInTheBodyIfNoHeaderHasOne() {
        // given
        Request withoutHeader = new Request(Route.of("track").orElseThrow(), NONE, NONE, Calls.NOW);
        String call = "{\"userId\":\"ada\",\"event\":\"E\",\"writeKey\":\"%s\"}";

        // then
        assertThat(Calls.taken(Calls.ACCEPTOR.accept(withoutHeader, bytes(call.formatted("key"))))
                        .events())
                .hasSize(1);
        assertThat(Calls.refused(Calls.ACCEPTOR.accept(withoutHeader, bytes(call.formatted("wrong"))))
                        .reason())
                .isEqualTo(Reason.UNAUTHORIZED);
        assertThat(Calls.refused(Calls.ACCEPTOR.accept(withoutHeader, bytes("{}")))
                        .reason())
                .isEqualTo(Reason.UNAUTHORIZED);
    }

    @Test
    void refuseEverythingIfThereAreNone() {
        EventAcceptor closed = new EventAcceptor(new WriteKeys(List.of()));

        assertThat(Calls.refused(closed.accept(Calls.request("track"), bytes("{}"))))
                .isEqualTo(new Acceptance.Refused(
                        Reason.UNAUTHORIZED,
                        "no write key is configured here (safar.ingest.write-keys)",
                        Optional.empty()));
    }

    private static Optional<String> basic(String credentials) {
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes(credentials)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
