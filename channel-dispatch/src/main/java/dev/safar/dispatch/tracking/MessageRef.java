package dev.safar.dispatch.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.safar.contracts.MessageCommand;

/** Which message something is said about: enough to report on it without having seen it. */
public record MessageRef(
        @JsonProperty("m") String messageId,
        @JsonProperty("c") String customerId,
        @JsonProperty("j") String journey,
        @JsonProperty("r") String run,
        @JsonProperty("s") String step,
        @JsonProperty("ch") String channel,
        @JsonProperty("t") String template) {

    public static MessageRef of(MessageCommand command) {
        return new MessageRef(
                command.messageId(),
                command.customerId(),
                command.journey(),
                command.run(),
                command.step(),
                command.channel(),
                command.template());
    }
}
