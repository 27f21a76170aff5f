package dev.safar.standalone.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page of a mailbox: a card for each message, newest first, without anything from elsewhere. */
final class MailboxPage {

    /** A browser stays quick with this many cards. */
    private static final int SHOWN = 1000;

    private final String linkBase;
    private final long removed;

    MailboxPage(String linkBase, long removed) {
        this.linkBase = linkBase;
        this.removed = removed;
    }

    String render(Deque<StoredMessage> messages, MailboxFilter filter) {
        Collection<StoredMessage> chosen = messages.stream()
                .filter(message -> filter.accepts(message.entry()))
                .toList();
        StringBuilder cards = new StringBuilder();
        Iterator<StoredMessage> newestFirst = messages.descendingIterator();
        int shown = 0;
        while (newestFirst.hasNext() && shown < SHOWN) {
            StoredMessage message = newestFirst.next();
            if (filter.accepts(message.entry())) {
                cards.append(card(message));
                shown++;
            }
        }
        return template()
                .replace("<!--count-->", summary(chosen.size(), shown))
                .replace("<!--journeys-->", journeys(messages))
                .replace("<!--cards-->", cards);
    }

    private String summary(int matching, int shown) {
        String count = String.format(Locale.ROOT, "%,d %s", matching, matching == 1 ? "message" : "messages");
        String newest = shown < matching ? String.format(Locale.ROOT, ", the newest %,d shown", shown) : "";
        String gone =
                removed > 0 ? String.format(Locale.ROOT, "; %,d older removed to keep the mailbox small", removed) : "";
        return count + newest + gone;
    }

    private static String journeys(Collection<StoredMessage> messages) {
        return messages.stream()
                .map(message -> message.entry().journey())
                .distinct()
                .sorted()
                .map(journey -> "<option>" + escaped(journey) + "</option>")
                .collect(Collectors.joining());
    }

    private String card(StoredMessage message) {
        MailboxEntry entry = message.entry();
        String title =
                entry.subjectOrTitle().isEmpty() ? "" : "<h2 dir=\"auto\">" + escaped(entry.subjectOrTitle()) + "</h2>";
        String html = message.html().map(file -> link(file, "as HTML")).orElse("");
        return """
            <article data-customer="%s" data-journey="%s" data-channel="%s">
            <header><b>%s</b> <time>%s</time> to <bdi>%s</bdi></header>
            %s<p dir="auto">%s</p>
            <footer><span>%s / %s</span> <span>customer <bdi>%s</bdi></span> <code>%s</code> %s%s</footer>
            </article>
            """
                .formatted(
                        escaped(entry.customer()),
                        escaped(entry.journey()),
                        escaped(entry.channel()),
                        escaped(entry.channel()),
                        entry.sentAt(),
                        escaped(entry.to()),
                        title,
                        escaped(entry.text()),
                        escaped(entry.journey()),
                        escaped(entry.step()),
                        escaped(entry.customer()),
                        escaped(entry.messageId()),
                        html,
                        link(message.file(), "as received"));
    }

    private String link(String file, String label) {
        return "<a href=\"" + escaped(linkBase + file) + "\">" + label + "</a> ";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String template() {
        try (InputStream page = MailboxPage.class.getResourceAsStream("page.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
