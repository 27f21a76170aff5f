package dev.safar.dispatch.provider;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a request to a provider says of us: little to a real one, all that a mailbox shows to a sandbox. */
@FunctionalInterface
public interface SafarHeaders {

    Map<String, String> of(Envelope envelope);

    /** Only when it was sent, by our clock. */
    static SafarHeaders forProviders() {
        return envelope -> Map.of("X-Safar-Sent-At", envelope.sentAt().toString());
    }

    /** Also for whom and from where, percent-encoded. */
    static SafarHeaders forSandboxes() {
        return envelope -> {
            Map<String, String> headers = new LinkedHashMap<>(forProviders().of(envelope));
            headers.put("X-Safar-Message-Id", Form.encode(envelope.message().messageId()));
            headers.put("X-Safar-Customer", Form.encode(envelope.message().customerId()));
            headers.put("X-Safar-Journey", Form.encode(envelope.message().journey()));
            headers.put("X-Safar-Step", Form.encode(envelope.message().step()));
            return headers;
        };
    }
}
