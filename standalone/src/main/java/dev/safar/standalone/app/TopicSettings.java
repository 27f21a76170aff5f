package dev.safar.standalone.app;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How topics are created, as the engine is told too. They have to be there before Quarkus reads its settings, and where the engine
 * stands still.
 */
record TopicSettings(int partitions, short replication) {

    /** Where Quarkus puts it: below environment and system properties, above what modules assume. */
    private static final int FILE_ORDINAL = 260;

    private static final int HIGHEST = 1000;

    /**
     * Reads what Quarkus will read.
     *
     * @param first settings by name that win
     * @throws StartFailure if one of them is no number
     */
    static TopicSettings read(Map<String, String> first) {
        return read(first, Path.of("config", "application.properties"));
    }

    static TopicSettings read(Map<String, String> first, Path file) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(first, "options", HIGHEST));
        try {
            if (Files.exists(file)) {
                builder.withSources(new PropertiesConfigSource(file.toUri().toURL(), FILE_ORDINAL));
            }
            SmallRyeConfig config = builder.build();
            return new TopicSettings(
                    config.getValue("safar.partitions", Integer.class),
                    config.getValue("safar.replication", Short.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("a setting is no number: " + e.getMessage(), e);
        }
    }
}
