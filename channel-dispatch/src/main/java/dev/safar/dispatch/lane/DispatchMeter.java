package dev.safar.dispatch.lane;

import java.time.Duration;

/** Is told what happens to messages, for whoever watches. */
public interface DispatchMeter {

    /** A message is done with: {@code sent}, {@code failed} or {@code dropped}. */
    void concluded(String channel, String status);

    void dropped(String channel, String reason);

    void attempted(String channel, Duration took);

    /** It may be sent a second time, since nobody knows whether it was sent before. */
    void uncertain(String channel);
}
