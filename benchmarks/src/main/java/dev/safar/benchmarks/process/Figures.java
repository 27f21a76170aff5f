package dev.safar.benchmarks.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a process has used since its start.
 *
 * @param cpuNanos processor time of all its threads, those of the virtual machine included
 * @param allocatedBytes by the threads that live, in all their life
 * @param peakHeap bytes, of the moments at which it was asked
 * @param peakResident bytes, as Linux counts them; 0 elsewhere
 */
public record Figures(long cpuNanos, long allocatedBytes, long peakHeap, long peakResident) {

    private static final AtomicLong PEAK_HEAP = new AtomicLong();

    public static Figures ofThisProcess() {
        return new Figures(cpu(), allocated(), heap(), resident());
    }

    /** Bytes of what is in use, without what the collector would take away. */
    static long liveHeapOfThisProcess() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** As one line, for {@link #parse}. */
    public String toLine() {
        return cpuNanos + " " + allocatedBytes + " " + peakHeap + " " + peakResident;
    }

    public static Figures parse(String line) {
        String[] numbers = line.split(" ", -1);
        return new Figures(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Long.parseLong(numbers[3]));
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long allocated() {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** The peaks of the pools would not do: they come at different times, and add up to more than there is. */
    private static long heap() {
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return PEAK_HEAP.accumulateAndGet(used, Math::max);
    }

    private static long resident() {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
