package coop.pools.stress;

import coop.pools.testing.KillablePools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Long trials of what must never happen: {@code stress/run payouts count=2000 seed=1} and
 * {@code stress/run kills times=100 on=h2} (or {@code postgres}, {@code nodes}). Exits with 1 when something was lost,
 * doubled or does not verify.
 */
public final class Stress {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Map<String, String> settings;

    private Stress(Map<String, String> settings) {
        this.settings = settings;
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        List<String> trials = new ArrayList<>();
        for (String arg : args) {
            int is = arg.indexOf('=');
            if (is > 0) {
                settings.put(arg.substring(0, is), arg.substring(is + 1));
            } else {
                trials.add(arg);
            }
        }
        Stress stress = new Stress(settings);
        boolean well = !trials.isEmpty();
        for (String trial : trials) {
            well &= stress.run(trial);
        }
        OUT.println(well ? "all well" : "NOT WELL");
        System.exit(well ? 0 : 1);
    }

    private boolean run(String trial) throws Exception {
        return switch (trial) {
            case "payouts" -> payouts("h2") & payouts("postgres");
            case "kills" ->
                settings.containsKey("on")
                        ? kills(settings.get("on"))
                        : kills("h2") & kills("postgres") & kills("nodes");
            default -> throw new IllegalArgumentException("payouts or kills, not " + trial);
        };
    }

    private boolean payouts(String on) throws Exception {
        if (!settings.getOrDefault("on", on).equals(on)) {
            return true;
        }
        try (TestDatabase database = on.equals("h2") ? TestDatabases.h2() : TestDatabases.postgresql()) {
            ManyPayouts.Outcome outcome = ManyPayouts.run(database, number("count", 2000), number("seed", 1));
            OUT.println("payouts on " + on + ": " + outcome + (outcome.isExact() ? " exact" : " WRONG"));
            return outcome.isExact();
        }
    }

    private boolean kills(String on) throws Exception {
        Path folder = Files.createTempDirectory("pools-stress");
        ManyKills.Outcome outcome = switch (on) {
            case "h2" -> kill(List.of(new KillablePools(folder)));
            case "postgres" -> {
                try (TestDatabase database = TestDatabases.postgresql()) {
                    yield kill(List.of(KillablePools.on(database, folder)));
                }
            }
            case "nodes" -> {
                try (TestDatabase database = TestDatabases.postgresql()) {
                    yield kill(List.of(
                            KillablePools.on(database, Files.createDirectory(folder.resolve("one"))),
                            KillablePools.on(database, Files.createDirectory(folder.resolve("two")))));
                }
            }
            default -> throw new IllegalArgumentException("on=h2, on=postgres or on=nodes");
        };
        OUT.println("kills on " + on + ": " + outcome + (outcome.isWhole() ? " whole" : " BROKEN"));
        return outcome.isWhole();
    }

    private ManyKills.Outcome kill(List<KillablePools> nodes) throws Exception {
        return ManyKills.run(nodes, number("times", 100), number("seed", 1));
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(settings.getOrDefault(name, String.valueOf(otherwise)));
    }
}
