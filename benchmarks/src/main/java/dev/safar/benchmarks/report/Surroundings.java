package dev.safar.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where figures come from.
 *
 * @param memoryMegabytes of the machine
 */
public record Surroundings(int cores, long memoryMegabytes, String system, String java, String kafka, String safar) {

    private static final String VERSION = "/dev/safar/standalone/cli/version.properties";

    /** This machine, and the versions in this process. */
    public static Surroundings here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Surroundings(
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 20,
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                AppInfoParser.getVersion(),
                built());
    }

    private static String built() {
        try (InputStream in = Surroundings.class.getResourceAsStream(VERSION)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one line. */
    public String text() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("cores", cores);
        parts.put("memory", Numbers.whole(memoryMegabytes) + " MB");
        parts.put("system", system);
        parts.put("java", java);
        parts.put("kafka", kafka);
        parts.put("safar", safar);
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    }
}
