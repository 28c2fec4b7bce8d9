package coop.pools.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Where a scenario says what a round brought. */
public final class Round {
    private final PrintStream out;
    private final Ratios ratios;

    Round(PrintStream out, Ratios ratios) {
        this.out = out;
        this.ratios = ratios;
    }

    /** A line for people. */
    public void say(String format, Object... facts) {
        out.println("  " + String.format(Locale.ROOT, format, facts));
    }

    public void ratio(Goal goal, double ratio) {
        ratios.add(goal, ratio);
    }
}
