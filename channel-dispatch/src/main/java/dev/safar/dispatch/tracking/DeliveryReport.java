package dev.safar.dispatch.tracking;

import dev.safar.contracts.Receipts;
import java.util.Map;
import java.util.Optional;

/** Reads what SMS providers report: delivered, not delivered, or nothing that matters yet. */
public final class DeliveryReport {

    private DeliveryReport() {}

    /** Of Twilio's status callback. */
    public static Optional<Receipt> ofTwilio(MessageRef message, Map<String, String> form) {
        return switch (form.getOrDefault("MessageStatus", "")) {
            case "delivered" -> Optional.of(Receipt.of(Receipts.Kind.DELIVERED, message));
            case "failed", "undelivered" ->
                Optional.of(Receipt.because(
                        Receipts.Kind.FAILED, message, "twilio " + form.getOrDefault("ErrorCode", "unknown")));
            default -> Optional.empty();
        };
    }

    /** Of Kavenegar's, by its status numbers. */
    public static Optional<Receipt> ofKavenegar(MessageRef message, String status) {
        return switch (status) {
            case "10" -> Optional.of(Receipt.of(Receipts.Kind.DELIVERED, message));
            case "6", "11", "13", "14", "100" ->
                Optional.of(Receipt.because(Receipts.Kind.FAILED, message, "kavenegar status " + status));
            default -> Optional.empty();
        };
    }
}
