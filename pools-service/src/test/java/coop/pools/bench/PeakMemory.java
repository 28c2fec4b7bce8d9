package coop.pools.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The most memory that work takes in a process of its own with a small heap: its peak resident size, from /proc, less
 * that of the same process with next to nothing to do. Empty where there is no /proc.
 */
final class PeakMemory {
    /** In megabytes; as much as may be used beyond the bare process. */
    static final int MOST = 128;

    private static final String PEAK = "VmHWM:";

    private PeakMemory() {}

    /** In megabytes; the arguments of the work, and of the same work with little to do. */
    static Optional<Long> beyondBare(Class<?> main, List<String> work, List<String> little)
            throws IOException, InterruptedException {
        long all = kilobytes(main, work);
        long bare = kilobytes(main, little);
        return all == 0 ? Optional.empty() : Optional.of((all - bare) / 1024);
    }

    private static long kilobytes(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MOST + "m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        line.addAll(arguments);
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getSimpleName() + " failed with " + MOST + " MB of heap");
        }
        return Long.parseLong(told.trim());
    }

    /** What the process says at its end: its own peak in kilobytes, 0 where nobody knows it. */
    static void tell() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            System.out.println(0);
            return;
        }
        try (Stream<String> lines = Files.lines(status)) {
            lines.filter(line -> line.startsWith(PEAK))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .forEach(System.out::println);
        }
    }
}
