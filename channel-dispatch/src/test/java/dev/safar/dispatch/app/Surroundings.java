package dev.safar.dispatch.app;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.safar.contracts.TopicSpec;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the application finds around it: a broker, an SMTP server, and a server that stands in for SMS and push. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    /** Of in-app messages. */
    static final String SECRET = "a secret of the shop";

    static GreenMail smtp;
    static WireMockServer providers;
    static EmbeddedKafka kafka;

    @Override
    public Map<String, String> start() {
        kafka = EmbeddedKafka.start(temporary(), Endpoint.free());
        kafka.createTopics(TopicSpec.all(2));
        smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        int port = smtp.getSmtp().getPort();
        smtp.stop();
        smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        providers =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        providers.start();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.mailer.mock", "false");
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.port", Integer.toString(port));
        settings.put("quarkus.mailer.start-tls", "DISABLED");
        settings.put("safar.dispatch.commit-interval", "20ms");
        settings.put("safar.dispatch.public-url", "https://t.example/");
        settings.put("safar.dispatch.tracking-secret", "a secret of some length");
        settings.put("safar.dispatch.sms.provider", "twilio");
        settings.put("safar.dispatch.sms.url", providers.baseUrl());
        settings.put("safar.dispatch.sms.account", "AC1");
        settings.put("safar.dispatch.sms.secret", "12345");
        settings.put("safar.dispatch.push.provider", "sandbox");
        settings.put("safar.dispatch.push.url", providers.baseUrl());
        settings.put("safar.dispatch.webhook.hosts", "127.0.0.1,localhost");
        settings.put("safar.dispatch.webhook.secret", "a secret of some length");
        settings.put("safar.dispatch.inapp.secret", SECRET);
        settings.put("safar.dispatch.inapp.origins", "https://shop.example,https://fa.shop.example");
        settings.put("safar.dispatch.retry.first", "50ms");
        settings.put("safar.dispatch.retry.longest", "200ms");
        settings.put("safar.dispatch.circuit.calls", "4");
        settings.put("safar.dispatch.circuit.delay", "200ms");
        return settings;
    }

    @Override
    public void stop() {
        providers.stop();
        smtp.stop();
        kafka.close();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "surroundings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
