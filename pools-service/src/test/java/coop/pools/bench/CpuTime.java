package coop.pools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processor time that a process and its children have used, from /proc; zero where there is none. */
final class CpuTime {
    private static final double MICROS_PER_TICK = 10_000;

    private CpuTime() {}

    /** This process's, in microseconds. */
    static double own() {
        return of(ProcessHandle.current().pid());
    }

    /** In microseconds. */
    static double of(long pid) {
        return ticks(pid) * MICROS_PER_TICK;
    }

    private static long ticks(long pid) {
        List<String> stat = stat(pid);
        if (stat.isEmpty()) {
            return 0;
        }
        // Fields 14 to 17 of proc(5): its own time, and that of children that have ended.
        long own = stat.subList(11, 15).stream().mapToLong(Long::parseLong).sum();
        return own + children(pid).mapToLong(CpuTime::ticks).sum();
    }

    private static Stream<Long> children(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).map(ProcessHandle::pid);
    }

    /** The fields after the process's name, which may hold blanks. */
    private static List<String> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return List.of();
        }
    }
}
