package dev.safar.dispatch.app;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Definition;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.provider.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DispatchIT {

    private static final Pattern PIXEL = Pattern.compile("https://t\\.example(/t/o/[^\"]+)");
    private static final Pattern LINK = Pattern.compile("https://t\\.example(/t/c/[^\"]+)");

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI root;

    private Log log;

    @BeforeEach
    void publishDefinitions() throws Exception {
        log = new Log(Surroundings.kafka.bootstrapServers());
        Map<String, String> files = Map.of(
                "templates/reminder/email.fa.liquid",
                "---\nsubject: \"{{ customer.first_name }}، سبد\"\n---\n<p>سلام <a href=\"https://shop.example/c\">سبد</a></p>",
                "templates/reminder/sms.fa.liquid",
                "سلام {{ customer.first_name }}",
                "templates/reminder/push.fa.liquid",
                "---\ntitle: سبد\n---\nسلام");
        Definition template = new Definition(Definition.KIND_TEMPLATE, "reminder", "v1", files, null, null);
        Map<String, String> workspace = Map.of(
                "workspace.yaml", "locale: fa\nsenders: { email: Roya <shop@example.com>, sms: \"+15005550006\" }");
        log.write(Topics.DEFINITIONS, template.key(), template);
        log.write(
                Topics.DEFINITIONS,
                "workspace",
                new Definition(Definition.KIND_WORKSPACE, "workspace", "w1", workspace, Map.of(), Map.of()));
    }

    @Test
    void takesAMessageToTheSmtpServerAndReportsWhatBecomesOfIt() throws Exception {
        // when
        send("e1", "sara", "email", "sara@example.com");
        eventually(() -> assertThat(receipts("sara")).containsExactly("Email Sent"));

        // then
        MimeMessage email = emailTo("sara@example.com");
        MimeMultipart alternatives = (MimeMultipart) email.getContent();
        String html = textOf(alternatives, "text/html");
        assertThat(Arrays.asList(
                        email.getHeader("Message-ID", null),
                        email.getHeader("X-Safar-Journey", null),
                        email.getHeader("X-Safar-Step", null),
                        email.getHeader("X-Safar-Customer", null),
                        email.getHeader("From", null),
                        email.getSubject(),
                        textOf(alternatives, "text/plain").strip()))
                .containsExactly(
                        "<e1@safar>",
                        "abandoned-cart",
                        "cart-reminder",
                        "sara",
                        "Roya <shop@example.com>",
                        "Ada، سبد",
                        "سلام سبد (https://shop.example/c)");
        assertThat(email.getHeader("Message-ID")).hasSize(1);
        assertThat(email.getHeader("Date")).hasSize(1);
        assertThat(html).contains("<html lang=\"fa\" dir=\"rtl\">");

        // when
        assertThat(get(first(PIXEL, html)).statusCode()).isEqualTo(200);
        HttpResponse<String> click = get(first(LINK, html));

        // then
        assertThat(click.statusCode()).isEqualTo(302);
        assertThat(click.headers().firstValue("Location")).contains("https://shop.example/c");
        assertThat(receipts("sara")).containsExactly("Email Sent", "Email Opened", "Email Link Clicked");
        CustomerEvent clicked = log.events("sara").get(2);
        assertThat(clicked.properties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "message_id", "e1",
                        "journey", "abandoned-cart",
                        "run", "run-1",
                        "step", "cart-reminder",
                        "channel", "email",
                        "template", "reminder",
                        "url", "https://shop.example/c"));
    }

    @Test
    void takesForgedLinksNowhere() throws Exception {
        assertThat(get("/t/c/eyJ1IjoiaHR0cHM6Ly9ldmlsIn0.AAAA").statusCode()).isEqualTo(404);
        assertThat(get("/t/o/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsTextMessagesAndHearsOfTheirDelivery() throws Exception {
        // given
        Surroundings.providers.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"sid\":\"SM1\"}", 201)));

        // when
        send("s1", "nima", "sms", "+989121234567");
        eventually(() -> assertThat(receipts("nima")).containsExactly("SMS Sent"));
        String callback = Form.decode(
                        requestFor("/2010-04-01/Accounts/AC1/Messages.json").getBodyAsString())
                .get("StatusCallback");

        // then
        assertThat(callback).startsWith("https://t.example/callbacks/sms/twilio?message_id=s1&customer=nima&");
        String form = "MessageSid=SM1&MessageStatus=delivered";
        assertThat(post(callback, form, "AAAA")).isEqualTo(403);
        assertThat(post(callback, form, signature(callback, form))).isEqualTo(204);
        assertThat(receipts("nima")).containsExactly("SMS Sent", "SMS Delivered");
    }

    @Test
    void reportsDevicesThatAreGone() throws Exception {
        // given
        Surroundings.providers.stubFor(
                any(anyUrl()).willReturn(jsonResponse("{\"error\":{\"status\":\"NOT_FOUND\"}}", 404)));

        // when
        send("p1", "omid", "push", "device-1");

        // then
        eventually(() -> assertThat(receipts("omid")).containsExactly("Push Notification Failed"));
        assertThat(log.events("omid").get(0).properties()).containsEntry("reason", "fcm NOT_FOUND");
    }

    @Test
    void callsOtherSystemsAndTellsWhatTheyAnswered() throws Exception {
        // given
        Surroundings.providers.stubFor(any(urlPathEqualTo("/hook")).willReturn(jsonResponse("{\"score\":7}", 201)));

        // when
        String url = Surroundings.providers.baseUrl() + "/hook";
        log.write(Topics.MESSAGES_WEBHOOK, "ada", Messages.requestedAt(Messages.call("w1", url, null), Instant.now()));

        // then
        eventually(() -> assertThat(receipts("ada")).containsExactly("Webhook Answered"));
        assertThat(log.events("ada").get(0).properties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "message_id", "w1",
                        "journey", "abandoned-cart",
                        "run", "run-1",
                        "step", "cart-reminder",
                        "channel", "webhook",
                        "status", 201,
                        "body", Map.of("score", 7)));
        assertThat(requestFor("/hook").getBodyAsString()).isEqualTo("{\"order\":\"o-1\"}");
    }

    @Test
    void refusesAddressesThatAreNone() throws Exception {
        // when
        send("b1", "babak", "email", "nobody at all");

        // then
        eventually(() -> assertThat(receipts("babak")).containsExactly("Email Failed"));
        assertThat(log.events("babak").get(0).properties()).containsEntry("reason", "bad-address");
    }

    @Test
    void staysReadyWhileTheSmtpServerIsDownAndLosesNothing() throws Exception {
        // given
        eventually(() -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(200));
        Surroundings.smtp.stop();

        // when
        send("d1", "dara", "email", "dara@example.com");
        eventually(() ->
                assertThat(get("/q/metrics").body()).contains("safar_dispatch_circuit_open{channel=\"email\"} 1.0"));

        // then
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(receipts("dara")).isEmpty();
        Surroundings.smtp.start();
        eventually(() -> assertThat(receipts("dara")).containsExactly("Email Sent"));
        assertThat(emailTo("dara@example.com").getHeader("Message-ID", null)).isEqualTo("<d1@safar>");
    }

    private void send(String messageId, String customer, String channel, String to) throws Exception {
        MessageCommand message =
                Messages.requestedAt(Messages.message(messageId, customer, channel, to, null), Instant.now());
        log.write(Topics.messages(channel), customer, message);
    }

    private List<String> receipts(String customer) {
        return log.events(customer).stream().map(CustomerEvent::event).toList();
    }

    private static MimeMessage emailTo(String address) throws Exception {
        for (MimeMessage email : Surroundings.smtp.getReceivedMessages()) {
            if (email.getAllRecipients()[0].toString().equals(address)) {
                return email;
            }
        }
        throw new AssertionError("no e-mail to " + address);
    }

    private static String textOf(MimeMultipart alternatives, String type) throws Exception {
        for (int i = 0; i < alternatives.getCount(); i++) {
            if (alternatives.getBodyPart(i).isMimeType(type)) {
                return (String) alternatives.getBodyPart(i).getContent();
            }
        }
        throw new AssertionError("no " + type);
    }

    private static LoggedRequest requestFor(String path) {
        return Surroundings.providers.findAll(anyRequestedFor(anyUrl())).stream()
                .filter(request -> request.getUrl().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(root.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int post(String publicUrl, String form, String signature) throws Exception {
        URI url = root.resolve(publicUrl.substring("https://t.example".length()));
        return http.send(
                        HttpRequest.newBuilder(url)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Twilio-Signature", signature)
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String signature(String url, String form) throws Exception {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(Form.decode(form))
                .forEach((name, value) -> signed.append(name).append(value));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("12345".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
