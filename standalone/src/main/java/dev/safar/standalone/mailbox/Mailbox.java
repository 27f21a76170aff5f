package dev.safar.standalone.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Every message that was delivered, in the order of arrival, on disk: e-mails as {@code .eml}, others as {@code .json}, with
 * a page to look at them. It keeps the newest messages only; the oldest make room.
 */
public final class Mailbox implements AutoCloseable {

    private final MailboxFiles files;
    private final int limit;
    private final Deque<StoredMessage> messages;
    private long nextNumber;
    private boolean indexIsOld = true;

    private Mailbox(MailboxFiles files, int limit, List<StoredMessage> found) {
        this.files = files;
        this.limit = limit;
        this.messages = new ArrayDeque<>(found);
        this.nextNumber = found.isEmpty() ? 1 : messages.getLast().number() + 1;
    }

    /**
     * Opens a mailbox with all that is in it.
     *
     * @param limit how many messages it keeps
     */
    public static Mailbox open(Path directory, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a mailbox keeps at least one message, not " + limit);
        }
        MailboxFiles files = new MailboxFiles(directory);
        return new Mailbox(files, limit, files.readAll());
    }

    /** All messages it keeps, in the order of arrival. */
    public synchronized List<MailboxEntry> entries() {
        return messages.stream().map(StoredMessage::entry).toList();
    }

    /**
     * Takes an e-mail in.
     *
     * @param raw as it came over SMTP
     * @throws IOException if it is no e-mail
     */
    public synchronized void receive(byte[] raw) throws IOException {
        add(files.write(nextNumber, raw));
    }

    /** Takes an SMS or a push notification in. */
    public synchronized void receive(MailboxEntry entry) {
        add(files.write(nextNumber, entry));
    }

    /** The page of all messages, or of those of a customer or journey; its links begin with {@code linkBase}. */
    public synchronized String page(MailboxFilter filter, String linkBase) {
        return new MailboxPage(linkBase, removed()).render(messages, filter);
    }

    /** The HTML of an e-mail; empty if it has none, or is not there. */
    public synchronized Optional<String> html(String messageId) {
        return messages.stream()
                .filter(message -> message.entry().messageId().equals(messageId))
                .findFirst()
                .flatMap(StoredMessage::html)
                .map(name -> new String(files.bytes(name), StandardCharsets.UTF_8));
    }

    /** A stored file by the name that the page links to; empty if there is none of that name. */
    public synchronized Optional<byte[]> file(String name) {
        boolean known = messages.stream()
                .anyMatch(
                        message -> message.file().equals(name) || message.html().equals(Optional.of(name)));
        return known ? Optional.of(files.bytes(name)) : Optional.empty();
    }

    /** Where {@code index.html} is. */
    public Path index() {
        return files.index();
    }

    /** Brings {@code index.html} up to date. */
    public synchronized void writeIndex() {
        if (indexIsOld) {
            files.writeIndex(page(MailboxFilter.ALL, "").getBytes(StandardCharsets.UTF_8));
            indexIsOld = false;
        }
    }

    @Override
    public void close() {
        writeIndex();
    }

    private void add(StoredMessage message) {
        messages.addLast(message);
        nextNumber++;
        indexIsOld = true;
        while (messages.size() > limit) {
            files.delete(messages.removeFirst());
        }
    }

    /** Numbers begin at 1 and have no gaps: those below the oldest kept are gone. */
    private long removed() {
        return messages.isEmpty() ? nextNumber - 1 : messages.getFirst().number() - 1;
    }
}
