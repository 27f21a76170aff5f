package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;

/** Ids that follow from what caused them: the same cause gives the same id on every machine and in every replay. */
final class Ids {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    /** No 0 and O, no 1 and I: a code may be read out on the telephone. */
    private static final String READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int RUN_LENGTH = 16;
    private static final int MESSAGE_LENGTH = 20;
    private static final int CODE_LENGTH = 8;
    private static final int CODE_PREFIX_LIMIT = 12;

    /** Never fed itself. */
    private static final MessageDigest SHA_256 = sha256();

    private Ids() {}

    static RunId runStartedBy(String customer, JourneyId journey, String key, String messageId) {
        return run(customer, journey, key, new Cause("event", messageId));
    }

    /**
     * What a run follows from.
     *
     * @param kind such as {@code silence}
     * @param which tells it from others of its kind
     */
    record Cause(String kind, String which) {

        static Cause due(String kind, Instant due) {
            return new Cause(kind, due.toString());
        }
    }

    static RunId run(String customer, JourneyId journey, String key, Cause cause) {
        return new RunId(text(BASE32, RUN_LENGTH, "run", customer, journey.value(), key, cause.kind(), cause.which()));
    }

    /** @param occurrence how many messages of that step the run has asked for before */
    static MessageId message(RunId run, StepId step, long occurrence, Channel channel) {
        return new MessageId(text(
                BASE32,
                MESSAGE_LENGTH,
                "message",
                run.value(),
                step.value(),
                Long.toString(occurrence),
                channel.wireName()));
    }

    static MessageId call(RunId run, StepId step) {
        return new MessageId(text(BASE32, MESSAGE_LENGTH, "call", run.value(), step.value()));
    }

    /** What a step sets off: the id of an event, or what a run follows from. */
    static String setOff(RunId run, StepId step) {
        return text(BASE32, MESSAGE_LENGTH, "set-off", run.value(), step.value());
    }

    /** Such as {@code BACK5-7QK3M2XW}: what the offer is called, and what makes it this run's own. */
    static String offerCode(RunId run, String offer) {
        String name = offer.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String prefix = name.substring(0, Math.min(CODE_PREFIX_LIMIT, name.length()));
        String own = text(READABLE, CODE_LENGTH, "offer", run.value(), offer);
        return prefix.isEmpty() ? own : prefix + "-" + own;
    }

    /** The first eight bytes of the hash, as a number that needs all its bits. */
    static long number(String... cause) {
        return ByteBuffer.wrap(sha256(cause)).getLong();
    }

    private static String text(String alphabet, int length, String... cause) {
        byte[] hash = sha256(cause);
        StringBuilder text = new StringBuilder(length);
        long bits = 0;
        int available = 0;
        for (int next = 0; text.length() < length; ) {
            if (available < 5) {
                bits = (bits << 8) | (hash[next++] & 0xff);
                available += 8;
            }
            available -= 5;
            text.append(alphabet.charAt((int) (bits >> available) & 31));
        }
        return text.toString();
    }

    /** Each part with its length, so that no two lists of parts look alike. */
    private static byte[] sha256(String... parts) {
        MessageDigest digest = newDigest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((byte) (bytes.length >>> 24));
            digest.update((byte) (bytes.length >>> 16));
            digest.update((byte) (bytes.length >>> 8));
            digest.update((byte) bytes.length);
            digest.update(bytes);
        }
        return digest.digest();
    }

    /** A copy, since looking an algorithm up takes longer than hashing an id. */
    private static MessageDigest newDigest() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every Java can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
