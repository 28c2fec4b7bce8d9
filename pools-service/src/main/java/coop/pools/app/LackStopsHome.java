package coop.pools.app;

import coop.pools.payout.HomeStops;
import coop.pools.reconciliation.RunStore;
import java.util.Currency;

/**
 * What goes home waits while the last comparison of the books with the processor has money lacking. Once is enough: it
 * only waits until the next one, and nobody's own payments do.
 */
public final class LackStopsHome implements HomeStops {
    private final RunStore runs;

    public LackStopsHome(RunStore runs) {
        this.runs = runs;
    }

    @Override
    public boolean isLacking(Currency currency) {
        return runs.latest().filter(run -> run.lacking().containsKey(currency)).isPresent();
    }
}
