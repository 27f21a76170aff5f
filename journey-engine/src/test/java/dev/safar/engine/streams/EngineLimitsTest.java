package dev.safar.engine.streams;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngineLimitsTest {

    /** Who runs an engine without its service, such as a benchmark, must run the same one. */
    @Test
    void areThoseOfTheServiceIfNobodySaysOtherwise() throws IOException {
        // given
        Properties service = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            service.load(file);
        }

        // then
        assertThat(EngineLimits.defaults())
                .isEqualTo(new EngineLimits(
                        Integer.parseInt(service.getProperty("safar.engine.cached-customers")),
                        duration(service, "tick-freshness"),
                        duration(service, "heartbeat"),
                        duration(service, "slice"),
                        Integer.parseInt(service.getProperty("safar.engine.firings"))));
    }

    private static Duration duration(Properties service, String name) {
        String text = service.getProperty("safar.engine." + name);
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.replace("ms", "")))
                : Duration.parse("PT" + text);
    }
}
