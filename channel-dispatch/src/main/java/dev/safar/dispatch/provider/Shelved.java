package dev.safar.dispatch.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.safar.dispatch.tracking.MessageRef;
import java.time.Instant;

/**
 * A message that waits for its customer to come to the shop.
 *
 * @param link where it leads; absent where nowhere
 * @param display {@code inline} or {@code popup}
 * @param locale BCP 47 of the text; empty if unknown
 * @param until after which it must not be shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shelved(
        MessageRef message,
        String title,
        String text,
        String link,
        String display,
        String locale,
        boolean rightToLeft,
        Instant until) {}
