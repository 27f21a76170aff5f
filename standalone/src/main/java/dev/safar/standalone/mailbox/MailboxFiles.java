package dev.safar.standalone.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mailbox's folder: {@code email}, {@code sms} and {@code push}, a numbered file for each message. */
final class MailboxFiles {

    private static final List<String> CHANNELS = List.of("email", "sms", "push");
    private static final Pattern MESSAGE_FILE = Pattern.compile("(\\d+)-.*\\.(eml|json)");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path directory;

    MailboxFiles(Path directory) {
        this.directory = directory;
        try {
            for (String channel : CHANNELS) {
                Files.createDirectories(directory.resolve(channel));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't use " + directory + " as a mailbox", e);
        }
    }

    StoredMessage write(long number, byte[] mail) throws IOException {
        ReceivedMail read = ReceivedMail.read(mail);
        String name = name(number, read.entry());
        writeFile(name + ".eml", mail);
        read.html().ifPresent(html -> writeFile(name + ".html", html.getBytes(StandardCharsets.UTF_8)));
        return new StoredMessage(number, name + ".eml", read.html().map(html -> name + ".html"), read.entry());
    }

    StoredMessage write(long number, MailboxEntry entry) {
        String name = name(number, entry) + ".json";
        try {
            writeFile(name, JSON.writeValueAsBytes(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredMessage(number, name, Optional.empty(), entry);
    }

    List<StoredMessage> readAll() {
        List<StoredMessage> found = new ArrayList<>();
        for (String channel : CHANNELS) {
            try (Stream<Path> paths = Files.list(directory.resolve(channel))) {
                paths.forEach(path -> read(channel, path).ifPresent(found::add));
            } catch (IOException e) {
                throw new UncheckedIOException("can't read the mailbox " + directory, e);
            }
        }
        found.sort(Comparator.comparingLong(StoredMessage::number));
        return found;
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(StoredMessage message) {
        try {
            Files.deleteIfExists(directory.resolve(message.file()));
            if (message.html().isPresent()) {
                Files.deleteIfExists(directory.resolve(message.html().get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path index() {
        return directory.resolve("index.html");
    }

    /** Whole or not at all: somebody may be looking at it. */
    void writeIndex(byte[] page) {
        try {
            Path draft = directory.resolve("index.html.new");
            Files.write(draft, page);
            Files.move(draft, index(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + index(), e);
        }
    }

    /** A file that is no message, or only half of one after a crash, is not in the list. */
    private Optional<StoredMessage> read(String channel, Path path) {
        Matcher matcher = MESSAGE_FILE.matcher(path.getFileName().toString());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        String name = channel + "/" + path.getFileName();
        try {
            if (matcher.group(2).equals("json")) {
                MailboxEntry entry = JSON.readValue(path.toFile(), MailboxEntry.class);
                return Optional.of(new StoredMessage(number, name, Optional.empty(), entry));
            }
            ReceivedMail mail = ReceivedMail.read(Files.readAllBytes(path));
            String html = name.substring(0, name.length() - ".eml".length()) + ".html";
            return Optional.of(new StoredMessage(number, name, mail.html().map(body -> html), mail.entry()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String name(long number, MailboxEntry entry) {
        String id = entry.messageId().replaceAll("[^A-Za-z0-9_-]", "");
        String shortId = id.substring(0, Math.min(40, id.length()));
        return entry.channel() + "/" + String.format(Locale.ROOT, "%06d-%s", number, shortId);
    }

    private void writeFile(String name, byte[] content) {
        try {
            Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write into the mailbox " + directory, e);
        }
    }
}
