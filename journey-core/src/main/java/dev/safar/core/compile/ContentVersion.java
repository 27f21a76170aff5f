package dev.safar.core.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Names a version by what it says: byte order mark and kind of line end make no difference. */
final class ContentVersion {

    private static final int DIGITS = 12;

    private ContentVersion() {}

    static String of(String text) {
        return hash(normalise(text));
    }

    /** The version of several files together, by their names. */
    static String of(Map<String, String> files) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(files)
                .forEach((name, text) ->
                        all.append(name).append('\0').append(normalise(text)).append('\0'));
        return hash(all.toString());
    }

    private static String normalise(String text) {
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return marked.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
