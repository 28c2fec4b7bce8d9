package coop.pools.bench;

import coop.pools.bench.BenchDatabase.Kind;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
    private static final Set<Goal> CASTING = Set.of(Goal.G12, Goal.G12_FLOOD, Goal.G12_SIZE);
    private static final List<Measured> SCENARIOS = new ArrayList<>();

    static {
        SCENARIOS.add(new Measured(Set.of(Goal.G1, Goal.G2, Goal.G4, Goal.G19), HotPool::new, Kind.POSTGRESQL));
        SCENARIOS.add(new Measured(Set.of(Goal.G5), PriceOfChain::new, Kind.POSTGRESQL));
        SCENARIOS.add(new Measured(Set.of(Goal.G6), HotPoolOnH2::new, Kind.H2));
        SCENARIOS.add(new Measured(
                Set.of(Goal.G9, Goal.G10, Goal.RECURSIVE, Goal.OPENING),
                () -> new BigVote(Kind.POSTGRESQL),
                Kind.POSTGRESQL));
        SCENARIOS.add(new Measured(
                Set.of(Goal.G9, Goal.G10, Goal.RECURSIVE, Goal.OPENING), () -> new BigVote(Kind.H2), Kind.H2));
        SCENARIOS.add(new Measured(Set.of(Goal.G11, Goal.G11_FLOOD), ManyDelegates::new, Kind.values()));
        SCENARIOS.add(new Measured(CASTING, () -> new ManyBallots(Kind.POSTGRESQL), Kind.POSTGRESQL));
        SCENARIOS.add(new Measured(CASTING, () -> new ManyBallots(Kind.H2), Kind.H2));
        SCENARIOS.add(new Measured(Set.of(Goal.G14), LongFile::new, Kind.values()));
        SCENARIOS.add(new Measured(Set.of(Goal.G16), LongExport::new, Kind.POSTGRESQL));
    }

    /** @param kinds of databases, of which one must be wanted */
    private record Measured(Set<Goal> goals, Supplier<Scenario> scenario, Set<Kind> kinds) {
        private Measured(Set<Goal> goals, Supplier<Scenario> scenario, Kind... kinds) {
            this(goals, scenario, Set.of(kinds));
        }
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
        refuseOthers(words);
        boolean met = new Bench(Settings.of(words), out).run(named(words, Goal.values()), named(words, Kind.values()));
        System.exit(met ? 0 : 1);
    }

    /** All of them when none is named. */
    private static <E extends Enum<E>> Set<E> named(List<String> words, E[] all) {
        Set<E> named = Stream.of(all)
                .filter(one -> words.stream().anyMatch(one.name()::equalsIgnoreCase))
                .collect(Collectors.toSet());
        return named.isEmpty() ? Set.of(all) : named;
    }

    private static void refuseOthers(List<String> words) {
        for (String word : words) {
            boolean known = word.contains("=")
                    || Stream.concat(Stream.of(Goal.values()), Stream.of(Kind.values()))
                            .anyMatch(one -> one.name().equalsIgnoreCase(word));
            if (!known) {
                throw new IllegalArgumentException("neither a goal nor a database nor name=number: " + word);
            }
        }
    }

    private boolean run(Set<Goal> wanted, Set<Kind> kinds) throws Exception {
        boolean met = true;
        for (Measured measured : SCENARIOS) {
            List<Goal> goals =
                    measured.goals().stream().filter(wanted::contains).sorted().toList();
            if (!goals.isEmpty() && !Collections.disjoint(kinds, measured.kinds())) {
                met &= measure(goals, measured.scenario());
            }
        }
        return met;
    }

    private boolean measure(List<Goal> goals, Supplier<Scenario> made) throws Exception {
        Ratios ratios = new Ratios(goals);
        List<String> broken = new ArrayList<>();
        long start = System.nanoTime();
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
        boolean met = ratios.print(out) && broken.isEmpty();
        out.printf(Locale.ROOT, "took %.0f s%n", (System.nanoTime() - start) / 1e9);
        return met;
    }
}
