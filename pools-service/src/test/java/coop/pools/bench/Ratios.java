package coop.pools.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ratios of all rounds, judged by their medians unless the disk changed too much between them. */
final class Ratios {
    private static final double MOST_DISK_CHANGE = 5;

    private final Map<Goal, List<Double>> byGoal = new EnumMap<>(Goal.class);
    private final List<Double> paces = new ArrayList<>();

    Ratios(List<Goal> goals) {
        goals.forEach(goal -> byGoal.put(goal, new ArrayList<>()));
    }

    List<Double> paces() {
        return paces;
    }

    void add(Goal goal, double ratio) {
        if (byGoal.containsKey(goal)) {
            byGoal.get(goal).add(ratio);
        }
    }

    /** Prints one line for each goal; false when a floor was missed. */
    boolean print(PrintStream out) {
        boolean noisy = max(paces) > MOST_DISK_CHANGE * min(paces);
        boolean met = true;
        for (Map.Entry<Goal, List<Double>> entry : byGoal.entrySet()) {
            Goal goal = entry.getKey();
            List<Double> ratios = entry.getValue();
            double median = median(ratios);
            out.printf(
                    Locale.ROOT,
                    "%-3s %-62s %s | median %.3f [%.3f-%.3f] floor %.3f goal %.3f %s%n",
                    goal,
                    goal.what(),
                    ratios.stream()
                            .map(ratio -> String.format(Locale.ROOT, "%.3f", ratio))
                            .toList(),
                    median,
                    min(ratios),
                    max(ratios),
                    goal.floor(),
                    goal.goal(),
                    noisy ? "noisy" : verdict(goal, median));
            met &= noisy || goal.allows(median);
        }
        return met;
    }

    private static String verdict(Goal goal, double median) {
        if (goal.isReachedBy(median)) {
            return "OK";
        }
        return goal.allows(median) ? "OK (floor)" : "BELOW";
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double min(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
