package dev.safar.standalone.chaos.load;

import dev.safar.standalone.mailbox.Mailbox;
import dev.safar.standalone.mailbox.MailboxEntry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The customers' mail programs: half of the customers look at what they get, and their programs fetch the pictures in it. */
public final class MailReader implements AutoCloseable {

    private static final Pattern PIXEL = Pattern.compile("src=\"([^\"]*/t/o/[^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int PAUSE_MILLIS = 100;

    private final Mailbox mailbox;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Thread thread = new Thread(this::read, "chaos-mail-reader");

    private MailReader(Mailbox mailbox) {
        this.mailbox = mailbox;
        thread.setDaemon(true);
        thread.start();
    }

    public static MailReader start(Mailbox mailbox) {
        return new MailReader(mailbox);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void read() {
        int seen = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<MailboxEntry> entries = mailbox.entries();
                for (MailboxEntry entry : entries.subList(seen, entries.size())) {
                    if (entry.step().equals("miss-you") && (entry.customer().hashCode() & 1) == 0) {
                        open(entry);
                    }
                }
                seen = entries.size();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void open(MailboxEntry entry) throws InterruptedException {
        Matcher pixel = PIXEL.matcher(mailbox.html(entry.messageId()).orElse(""));
        if (!pixel.find()) {
            return;
        }
        try {
            http.send(
                    HttpRequest.newBuilder(URI.create(pixel.group(1).replace("&amp;", "&")))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            // the dispatcher is away: to the shop it was never opened
        }
    }
}
