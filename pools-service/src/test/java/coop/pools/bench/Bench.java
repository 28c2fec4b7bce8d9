package coop.pools.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The benchmark command: {@code bench/run g1 g2 rounds=3 seconds=10}. Every figure is a ratio of two things run in turn
 * on one machine, as docs/testing.md explains; without names of goals everything is measured.
 */
public final class Bench {
    private static final Map<Set<Goal>, Supplier<Scenario>> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put(Set.of(Goal.G1, Goal.G2, Goal.G4, Goal.G19), HotPool::new);
        SCENARIOS.put(Set.of(Goal.G5), PriceOfChain::new);
        SCENARIOS.put(Set.of(Goal.G6), HotPoolOnH2::new);
        SCENARIOS.put(Set.of(Goal.G9, Goal.G10, Goal.OPENING), BigVote::new);
        SCENARIOS.put(Set.of(Goal.G11), ManyDelegates::new);
        SCENARIOS.put(Set.of(Goal.G12), ManyBallots::new);
        SCENARIOS.put(Set.of(Goal.G14), LongFile::new);
        SCENARIOS.put(Set.of(Goal.G16), LongExport::new);
    }

    private final Settings settings;
    private final PrintStream out;

    private Bench(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.stream(args)
                .flatMap(arg -> Stream.of(arg.trim().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean met = new Bench(Settings.of(words), out).run(goals(words));
        System.exit(met ? 0 : 1);
    }

    private static Set<Goal> goals(List<String> words) {
        Set<Goal> named = words.stream()
                .filter(word -> !word.contains("="))
                .map(word -> Goal.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return named.isEmpty() ? Set.of(Goal.values()) : named;
    }

    private boolean run(Set<Goal> wanted) throws Exception {
        boolean met = true;
        for (Map.Entry<Set<Goal>, Supplier<Scenario>> entry : SCENARIOS.entrySet()) {
            List<Goal> goals =
                    entry.getKey().stream().filter(wanted::contains).sorted().toList();
            if (!goals.isEmpty()) {
                met &= measure(goals, entry.getValue());
            }
        }
        return met;
    }

    private boolean measure(List<Goal> goals, Supplier<Scenario> made) throws Exception {
        Ratios ratios = new Ratios(goals);
        List<String> broken = new ArrayList<>();
        try (Scenario scenario = made.get()) {
            out.println();
            out.println(scenario.name());
            scenario.open(settings);
            for (int round = 1; round <= settings.rounds(); round++) {
                double syncs = DiskPace.syncsPerSecond();
                ratios.paces().add(syncs);
                out.printf(Locale.ROOT, "round %d (disk: %,.0f syncs/s)%n", round, syncs);
                scenario.round(round, new Round(out, ratios));
            }
            broken.addAll(scenario.broken());
            Optional<Long> megabytes = scenario.megabytes();
            megabytes.ifPresent(most -> out.println(
                    "memory: at most " + most + " MB beyond a bare process, limit " + PeakMemory.MOST + " MB"));
            megabytes.filter(most -> most > PeakMemory.MOST).ifPresent(most -> broken.add("memory: " + most + " MB"));
        }
        out.println(broken.isEmpty() ? "invariants: all hold" : "invariants BROKEN: " + broken);
        return ratios.print(out) && broken.isEmpty();
    }
}
