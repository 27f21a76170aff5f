package dev.safar.benchmarks.load;

/** Writes loads into the log. */
public final class LogLoader {

    private LogLoader() {}

    /**
     * Returns when the broker has all of it.
     *
     * @return the bytes of all values
     * @throws IllegalStateException if the broker did not take it
     */
    public static long write(Load load, String bootstrapServers) {
        long bytes = 0;
        try (EventWriter writer = EventWriter.inBulk(bootstrapServers)) {
            var traffic = new ShopTraffic(load);
            while (traffic.hasNext()) {
                bytes += writer.send(traffic.next());
            }
            writer.flush();
        }
        return bytes;
    }
}
