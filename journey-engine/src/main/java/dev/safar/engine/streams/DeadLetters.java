package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts aside what could not be processed, so that what comes after it can be. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LARGEST_VALUE = 600_000;

    private final CustomerShell shell;
    private final EngineParts parts;

    DeadLetters(CustomerShell shell, EngineParts parts) {
        this.shell = shell;
        this.parts = parts;
    }

    /**
     * Puts a record aside.
     *
     * @param value kept as it is, unless it is too large to be sent on; the original is in the events topic still
     */
    void add(Cause cause, byte[] key, byte[] value, RuntimeException failure) {
        Instant now = parts.clock().instant();
        String customer = key == null ? null : new String(key, StandardCharsets.UTF_8);
        String kept = value == null || value.length > LARGEST_VALUE
                ? null
                : Base64.getEncoder().encodeToString(value);
        var letter =
                new DeadLetter(Topics.EVENTS, cause.partition(), cause.offset(), customer, reason(failure), now, kept);
        shell.forward(key, new Output(Topics.DEAD_LETTERS, ContractJson.write(letter)));
        parts.meters().deadLetter();
        LOG.warn(
                "record {} of {}-{} can't be processed and went to {}: {}",
                cause.offset(),
                Topics.EVENTS,
                cause.partition(),
                Topics.DEAD_LETTERS,
                failure.getClass().getSimpleName());
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof BadEventException ? failure.getMessage() : failure.toString();
    }
}
