package coop.pools.reconciliation.web;

import coop.pools.platform.web.InstantText;
import coop.pools.reconciliation.domain.Run;
import coop.pools.reconciliation.domain.Total;
import java.util.Optional;

/**
 * How the books and the processor agree, in one sentence.
 *
 * @param kind {@code exact}, {@code different}, {@code moving} or {@code never}
 * @param atIso when it was found so; empty for never
 */
public record ReconciledLine(String kind, String text, String atIso) {
    /** @param exact the last comparison that found everything equal */
    public static ReconciledLine of(Optional<Run> latest, Optional<Run> exact) {
        if (latest.isEmpty()) {
            return new ReconciledLine("never", "Not compared with the card processor yet", "");
        }
        Run run = latest.get();
        String at = InstantText.of(run.to());
        return switch (run.result()) {
            case EXACT ->
                new ReconciledLine(
                        "exact", "Reconciled to the cent at " + at, run.to().toString());
            case DIFFERENT ->
                new ReconciledLine(
                        "different",
                        differences(run) + " found at " + at,
                        run.to().toString());
            case MOVING ->
                new ReconciledLine(
                        "moving",
                        exact.map(last -> "Reconciled to the cent at " + InstantText.of(last.to())
                                        + "; money was moving at " + at)
                                .orElse("Money was moving at " + at + "; compared again soon"),
                        run.to().toString());
        };
    }

    private static String differences(Run run) {
        return switch ((int) Math.min(run.differences(), 2)) {
            case 0 ->
                run.totals().stream().anyMatch(Total::isLacking)
                        ? "Money lacking at the processor"
                        : "A difference in the sums";
            case 1 -> "1 difference";
            default -> run.differences() + " differences";
        };
    }
}
