package coop.pools.reconciliation;

import coop.pools.reconciliation.DifferenceStore.Known;
import coop.pools.reconciliation.domain.Run;
import coop.pools.treasury.InboxStore.Unapplied;
import coop.pools.treasury.ReadInbox;
import java.util.List;
import java.util.Optional;

/** How the books and the processor agree, for everybody. */
public final class ReadReconciliation {
    private static final int MOST = 200;

    private final RunStore runs;
    private final DifferenceStore differences;
    private final ReadInbox inbox;

    public ReadReconciliation(RunStore runs, DifferenceStore differences, ReadInbox inbox) {
        this.runs = runs;
        this.differences = differences;
        this.inbox = inbox;
    }

    /** The last comparison; empty before the first. */
    public Optional<Run> latest() {
        return runs.latest();
    }

    /** The last one that found everything equal. */
    public Optional<Run> latestExact() {
        return runs.latestExact();
    }

    /** Open differences, the newest first; at most 200. */
    public List<Known> differences() {
        return differences.open(MOST);
    }

    /** Events that have had no effect yet. */
    public List<Unapplied> unapplied() {
        return inbox.unapplied();
    }
}
