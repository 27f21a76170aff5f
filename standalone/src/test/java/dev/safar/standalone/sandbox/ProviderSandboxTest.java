package dev.safar.standalone.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.safar.standalone.mailbox.Mailbox;
import dev.safar.standalone.mailbox.MailboxEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderSandboxTest {

    private static final Instant SENT = Instant.parse("2026-03-04T09:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    Path folder;

    private final Outage outage = new Outage();
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = Mailbox.open(folder, 10);
    }

    @Test
    void takesAnSmsAsTwilioDoesAndReportsItDelivered() throws Exception {
        CompletableFuture<String> report = new CompletableFuture<>();
        HttpServer shop = callbacks(report);
        String callback = "http://127.0.0.1:" + shop.getAddress().getPort()
                + "/cb?message_id=m1&customer=ada&journey=cart&step=last&token=t";
        try (ProviderSandbox sandbox = ProviderSandbox.sms(mailbox, outage, CLOCK)) {
            // when
            HttpResponse<String> answer = post(
                    sandbox.url() + "/2010-04-01/Accounts/AC1/Messages.json",
                    form("To", "+989120000000", "From", "+1500", "Body", "سلام", "StatusCallback", callback));

            // then
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(mailbox.entries())
                    .containsExactly(
                            new MailboxEntry("sms", "m1", "ada", "cart", "last", "+989120000000", "", "سلام", SENT));
            assertThat(report.get(10, TimeUnit.SECONDS)).contains("MessageStatus=delivered");
        } finally {
            shop.stop(0);
        }
    }

    @Test
    void takesAnSmsAsKavenegarDoes() throws Exception {
        try (ProviderSandbox sandbox = ProviderSandbox.sms(mailbox, outage, CLOCK)) {
            HttpResponse<String> answer = post(
                    sandbox.url() + "/v1/key/sms/send.json",
                    form("receptor", "09120000000", "message", "سلام", "localid", "7"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":200").contains("\"receptor\":\"09120000000\"");
            assertThat(mailbox.entries())
                    .containsExactly(new MailboxEntry("sms", "7", "", "", "", "09120000000", "", "سلام", SENT));
        }
    }

    @Test
    void deliversAnSmsThatComesAgainUnderItsLocalIdOnce() throws Exception {
        try (ProviderSandbox sandbox = ProviderSandbox.sms(mailbox, outage, CLOCK)) {
            // given
            String sms = form("receptor", "09120000000", "message", "سلام", "localid", "7");
            post(sandbox.url() + "/v1/key/sms/send.json", sms);

            // when
            HttpResponse<String> again = post(sandbox.url() + "/v1/key/sms/send.json", sms);

            // then
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(mailbox.entries()).hasSize(1);
        }
    }

    @Test
    void takesAPushNotificationAsFirebaseDoes() throws Exception {
        try (ProviderSandbox sandbox = ProviderSandbox.push(mailbox, outage, CLOCK)) {
            HttpResponse<String> answer = post(
                    sandbox.url() + "/v1/projects/shop/messages:send",
                    """
                    {"message":{"token":"device-1","notification":{"title":"سبد","body":"هنوز اینجاست"},
                     "data":{"message_id":"m1","customer":"ada","journey":"win-back","step":"back-15"}}}
                    """);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"name\":\"projects/shop/messages/m1\"}");
            assertThat(mailbox.entries())
                    .containsExactly(new MailboxEntry(
                            "push", "m1", "ada", "win-back", "back-15", "device-1", "سبد", "هنوز اینجاست", SENT));
        }
    }

    @Test
    void refusesEverythingForTheMomentDuringAnOutage() throws Exception {
        try (ProviderSandbox sandbox = ProviderSandbox.sms(mailbox, outage, CLOCK)) {
            // given
            String url = sandbox.url() + "/2010-04-01/Accounts/AC1/Messages.json";
            outage.begin();
            int during = post(url, form("To", "+98912", "Body", "x")).statusCode();

            // when
            outage.end();
            int after = post(url, form("To", "+98912", "Body", "x")).statusCode();

            // then
            assertThat(during).isEqualTo(503);
            assertThat(after).isEqualTo(201);
            assertThat(mailbox.entries()).hasSize(1);
        }
    }

    @Test
    void refusesAMessageWithoutAReceiver() throws Exception {
        try (ProviderSandbox sandbox = ProviderSandbox.sms(mailbox, outage, CLOCK)) {
            HttpResponse<String> answer =
                    post(sandbox.url() + "/2010-04-01/Accounts/AC1/Messages.json", form("Body", "x"));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("21604");
            assertThat(mailbox.entries()).isEmpty();
        }
    }

    private static HttpServer callbacks(CompletableFuture<String> report) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            report.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static HttpResponse<String> post(String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("X-Safar-Sent-At", SENT.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
