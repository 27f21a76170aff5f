package dev.safar.dispatch.tracking;

import com.fasterxml.jackson.annotation.JsonIgnore;
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

    /** The channel whose messages need no address: they are shown where the customer is. */
    public static final String IN_APP = "inapp";

    /** The channel whose messages are calls of other systems: they have no template, and one report, their answer. */
    public static final String CALLS = "webhook";

    /** Whether it is a call, of which only the answer is reported. */
    @JsonIgnore
    public boolean isCall() {
        return CALLS.equals(channel);
    }

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
