package dev.safar.standalone.app;

import java.util.HashMap;
import java.util.Map;

/** The settings of ingest, engine and dispatch in one process: where they find each other and their surroundings. */
record ProcessSettings(StandaloneOptions options, DataDirectory data, Addresses addresses) {

    /**
     * What listens where.
     *
     * @param http of ingest, callbacks, health and metrics
     */
    record Addresses(String bootstrapServers, HttpAddress http, int smtpPort, String smsUrl, String pushUrl) {}

    String writeKey() {
        return options.writeKey().orElseGet(() -> data.secret("write-key"));
    }

    Map<String, String> toMap() {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", addresses.bootstrapServers());
        settings.put("quarkus.http.host", addresses.http().host());
        settings.put("quarkus.http.port", Integer.toString(addresses.http().port()));
        settings.put("quarkus.log.file.path", data.log().toString());
        settings.put("safar.ingest.write-keys", writeKey());
        settings.put("safar.engine.state-dir", data.streams().toString());
        settings.putAll(dispatch());
        settings.putAll(options.settings());
        return settings;
    }

    private Map<String, String> dispatch() {
        return Map.of(
                "quarkus.mailer.host", StandaloneOptions.LOOPBACK,
                "quarkus.mailer.port", Integer.toString(addresses.smtpPort()),
                "safar.dispatch.sms.url", addresses.smsUrl(),
                "safar.dispatch.push.url", addresses.pushUrl(),
                "safar.dispatch.public-url", addresses.http().url(),
                "safar.dispatch.tracking-secret", data.secret("tracking-secret"),
                "safar.dispatch.inapp.secret", data.secret("inapp-secret"));
    }
}
