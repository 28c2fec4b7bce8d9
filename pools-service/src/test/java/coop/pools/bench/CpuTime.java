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

    /** Of those threads of a process whose names begin so, in microseconds. */
    static double ofThreads(long pid, String... names) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return MICROS_PER_TICK
                    * threads.map(CpuTime::line)
                            .filter(line -> Stream.of(names).anyMatch(name -> line.contains("(" + name)))
                            .mapToLong(line -> sum(fields(line).subList(11, 13)))
                            .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long ticks(long pid) {
        String line = line(Path.of("/proc/" + pid));
        if (line.isEmpty()) {
            return 0;
        }
        // Fields 14 to 17 of proc(5): its own time, and that of children that have ended.
        long own = sum(fields(line).subList(11, 15));
        return own + children(pid).mapToLong(CpuTime::ticks).sum();
    }

    private static Stream<Long> children(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).map(ProcessHandle::pid);
    }

    /** What the system says of a process or thread; empty when it has ended. */
    private static String line(Path task) {
        try {
            return Files.readString(task.resolve("stat"));
        } catch (IOException e) {
            return "";
        }
    }

    /** Those after the name, which may hold blanks. */
    private static List<String> fields(String line) {
        return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    }

    private static long sum(List<String> numbers) {
        return numbers.stream().mapToLong(Long::parseLong).sum();
    }
}
