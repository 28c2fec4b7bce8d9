package coop.pools.app;

import coop.pools.platform.web.MoneyText;
import coop.pools.reconciliation.ClaimAsOwn;
import coop.pools.reconciliation.DifferenceStore.Known;
import coop.pools.reconciliation.ReadReconciliation;
import coop.pools.reconciliation.Reconcile;
import coop.pools.reconciliation.TakeArrivals;
import coop.pools.reconciliation.TopUpStore.Named;
import coop.pools.reconciliation.domain.Difference;
import coop.pools.reconciliation.domain.Run;
import io.dropwizard.servlets.tasks.Task;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * For operators, on the admin port: {@code POST /tasks/reconcile} compares the books with the processor at once;
 * {@code ?own=TRANSACTION} says first that an unknown movement is the operator's own, and
 * {@code ?topup=TRANSACTION&payout=REFERENCE} that a top-up without a reference is what a Pool has handed over.
 */
final class ReconcileTask extends Task {
    private final Reconcile reconcile;
    private final ClaimAsOwn claim;
    private final TakeArrivals arrivals;
    private final ReadReconciliation read;

    ReconcileTask(Reconcile reconcile, ClaimAsOwn claim, TakeArrivals arrivals, ReadReconciliation read) {
        super("reconcile");
        this.claim = claim;
        this.arrivals = arrivals;
        this.reconcile = reconcile;
        this.read = read;
    }

    @Override
    public void execute(Map<String, List<String>> parameters, PrintWriter output) {
        for (String own : parameters.getOrDefault("own", List.of())) {
            output.println(own + (claim.claim(own) ? " is the operator's own" : " is not an unknown movement"));
        }
        take(parameters.getOrDefault("topup", List.of()), parameters.getOrDefault("payout", List.of()), output);
        if (!reconcile.now()) {
            output.println("not now: another node is at it, or the processor does not answer");
        }
        read.latest().ifPresent(run -> print(run, output));
        for (Known known : read.differences()) {
            print(known, output);
        }
        for (Named other : arrivals.others()) {
            output.println("  " + other.topup().movement().id() + " of "
                    + MoneyText.of(other.topup().movement().amount()) + " names payout " + other.reference()
                    + ", which it is not: another amount, or it had arrived before; see /payouts/" + other.reference());
        }
    }

    private void take(List<String> topups, List<String> payouts, PrintWriter output) {
        if (topups.size() != payouts.size()) {
            output.println("say topup=TRANSACTION and payout=REFERENCE, one of each");
            return;
        }
        for (int i = 0; i < topups.size(); i++) {
            String topup = topups.get(i);
            boolean taken = number(payouts.get(i))
                    .filter(payout -> arrivals.take(topup, payout))
                    .isPresent();
            output.println(topup + (taken ? " has been taken" : " does not fit: another amount, or not awaited"));
        }
    }

    private static Optional<UUID> number(String payout) {
        try {
            return Optional.of(UUID.fromString(payout.strip()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static void print(Run run, PrintWriter output) {
        output.println(run.result() + " at " + run.to() + ", " + run.transactions() + " movements, " + run.differences()
                + " differences");
        run.totals()
                .forEach(total -> output.println("  the processor holds " + MoneyText.of(total.atProcessor())
                        + ", the books say " + MoneyText.of(total.inBooks()) + ", the operator's own "
                        + MoneyText.of(total.platform()) + ", on its way or listed " + MoneyText.of(total.explained())
                        + ", unexplained " + MoneyText.of(total.unexplained()) + ", lacking "
                        + MoneyText.of(total.lacking())
                        + (total.moving() ? " (money was moving)" : "")));
    }

    private static void print(Known known, PrintWriter output) {
        Difference difference = known.difference();
        output.println("  since " + known.firstSeenAt() + "  " + difference.kind() + "  " + difference.category() + "  "
                + difference.object() + ": " + MoneyText.of(difference.inBooks()) + " in the books, "
                + MoneyText.of(difference.atProcessor()) + " at the processor");
    }
}
