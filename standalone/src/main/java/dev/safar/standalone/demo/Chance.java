package dev.safar.standalone.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is left to chance, the same in every run: numbers that follow from a text. */
final class Chance {

    private Chance() {}

    /** A number from 0 to below {@code bound}. */
    static int below(int bound, String text) {
        return Math.floorMod(ByteBuffer.wrap(sha256(text)).getInt(), bound);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
