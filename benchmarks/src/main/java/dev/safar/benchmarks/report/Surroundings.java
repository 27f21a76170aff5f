package dev.safar.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where figures come from.
 *
 * @param memoryMegabytes of the machine
 */
public record Surroundings(int cores, long memoryMegabytes, String system, String java, String kafka, String safar) {

    /** This machine, and the versions in this process. */
    public static Surroundings here(String safar) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Surroundings(
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 20,
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                AppInfoParser.getVersion(),
                safar);
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
