package dev.safar.standalone.demo;

import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Receipts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The messages of one channel: how many were asked for, and on how many each kind of report came. */
record ChannelCount(String channel, long requested, Map<Receipts.Kind, Long> reported) {

    ChannelCount {
        reported = reported.isEmpty() ? Map.of() : new EnumMap<>(reported);
    }

    static List<ChannelCount> of(Chronicle chronicle) {
        return List.of("email", "sms", "push").stream()
                .map(channel -> of(channel, chronicle))
                .toList();
    }

    private static ChannelCount of(String channel, Chronicle chronicle) {
        List<MessageCommand> messages = chronicle.messages().stream()
                .filter(message -> message.channel().equals(channel))
                .toList();
        Map<Receipts.Kind, Long> reported = new EnumMap<>(Receipts.Kind.class);
        messages.forEach(message ->
                chronicle.receipts(message.messageId()).forEach(kind -> reported.merge(kind, 1L, Long::sum)));
        return new ChannelCount(channel, messages.size(), reported);
    }

    long reported(Receipts.Kind kind) {
        return reported.getOrDefault(kind, 0L);
    }
}
