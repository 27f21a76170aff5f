package dev.safar.standalone.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTest {

    private static final Instant SENT = Instant.parse("2026-03-04T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void readsAnEmailAsItsReceiverWould() throws IOException {
        // given
        Mailbox mailbox = Mailbox.open(folder, 10);

        // when
        mailbox.receive(Mails.persian("m1"));

        // then
        assertThat(mailbox.entries())
                .containsExactly(new MailboxEntry(
                        "email",
                        "m1",
                        "آدا",
                        "abandoned-cart",
                        "cart-reminder",
                        "ada@example.com",
                        "سبد خرید",
                        "سبد شما <منتظر> است",
                        SENT));
        assertThat(mailbox.html("m1"))
                .hasValueSatisfying(html -> assertThat(html).isEqualToIgnoringWhitespace("<p>سبد شما</p>"));
    }

    @Test
    void isTheSameWhenItIsOpenedAgain() throws IOException {
        // given
        List<MailboxEntry> before;
        try (Mailbox mailbox = Mailbox.open(folder, 10)) {
            mailbox.receive(Mails.persian("m1"));
            mailbox.receive(sms("m2", "hello"));
            before = mailbox.entries();
        }

        // when
        Mailbox again = Mailbox.open(folder, 10);

        // then
        assertThat(again.entries()).isEqualTo(before).hasSize(2);
        assertThat(again.html("m1")).isPresent();
    }

    @Test
    void showsAMessageTwiceThatCameTwice() {
        Mailbox mailbox = Mailbox.open(folder, 10);

        mailbox.receive(sms("m1", "hello"));
        mailbox.receive(sms("m1", "hello"));

        assertThat(mailbox.entries()).containsExactly(sms("m1", "hello"), sms("m1", "hello"));
    }

    @Test
    void keepsTheNewestAndSaysHowManyAreGone() throws IOException {
        // given
        Mailbox mailbox = Mailbox.open(folder, 2);

        // when
        for (String id : List.of("m1", "m2", "m3")) {
            mailbox.receive(sms(id, "hello " + id));
        }

        // then
        assertThat(mailbox.entries()).containsExactly(sms("m2", "hello m2"), sms("m3", "hello m3"));
        assertThat(files("sms")).containsExactly("000002-m2.json", "000003-m3.json");
        assertThat(mailbox.page(MailboxFilter.ALL, ""))
                .contains("2 messages; 1 older removed to keep the mailbox small.");
    }

    @Test
    void writesAPageThatEscapesWhatItShows() throws IOException {
        // given
        Mailbox mailbox = Mailbox.open(folder, 10);
        mailbox.receive(sms("m1", "<script>alert(1)</script> & \"so on\""));

        // when
        mailbox.close();

        // then
        String page = Files.readString(folder.resolve("index.html"));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so on&quot;")
                .doesNotContain("<script>alert");
    }

    @Test
    void leadsFromTheNewestCardDownToTheFilesOfEach() throws IOException {
        // given
        Mailbox mailbox = Mailbox.open(folder, 10);
        mailbox.receive(Mails.persian("m1"));
        mailbox.receive(sms("m2", "hello"));

        // when
        String page = mailbox.page(MailboxFilter.ALL, "/mailbox/");

        // then
        assertThat(page)
                .containsSubsequence(
                        "/mailbox/sms/000002-m2.json",
                        "<h2 dir=\"auto\">سبد خرید</h2>",
                        "/mailbox/email/000001-m1.html",
                        "/mailbox/email/000001-m1.eml");
        assertThat(mailbox.file("email/000001-m1.eml")).contains(Mails.persian("m1"));
    }

    @Test
    void showsOnlyWhatTheFilterAccepts() {
        // given
        Mailbox mailbox = Mailbox.open(folder, 10);
        mailbox.receive(sms("m1", "hello"));
        MailboxFilter other = new MailboxFilter(Optional.of("bob"), Optional.empty(), Optional.empty());

        // when
        String page = mailbox.page(other, "");

        // then
        assertThat(page).contains("0 messages").doesNotContain("<article");
    }

    @Test
    void givesAwayNoFileThatIsNotAMessage() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("secret"), "x");
        Mailbox mailbox = Mailbox.open(folder.resolve("mailbox"), 10);

        assertThat(mailbox.file("../secret")).isEmpty();
        assertThat(mailbox.file("sms/../../secret")).isEmpty();
    }

    private static MailboxEntry sms(String id, String text) {
        return new MailboxEntry("sms", id, "ada", "abandoned-cart", "last", "+989120000000", "", text, SENT);
    }

    private List<String> files(String channel) throws IOException {
        try (Stream<Path> paths = Files.list(folder.resolve(channel))) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
