package coop.pools.reconciliation.web;

import coop.pools.ledger.OtherChecks;
import coop.pools.platform.web.InstantText;
import coop.pools.reconciliation.ReadReconciliation;
import coop.pools.treasury.EventState;
import coop.pools.treasury.InboxStore.Unapplied;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the comparison with the card processor says, and its events that have had no effect, for the page of checks. */
public final class ChecksOfReconciliation implements OtherChecks {
    private static final String PATH = "/reconciliation";

    private final ReadReconciliation read;
    private final Clock clock;

    public ChecksOfReconciliation(ReadReconciliation read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    @Override
    public List<Check> all() {
        ReconciledLine line = ReconciledLine.of(read.latest(), read.latestExact());
        List<Check> checks = new ArrayList<>(List.of(new Check(!line.kind().equals("different"), line.text(), PATH)));
        Instant now = clock.instant();
        read.unapplied().forEach(events -> checks.add(check(events, now)));
        return checks;
    }

    private static Check check(Unapplied events, Instant now) {
        boolean aside = events.state() == EventState.SET_ASIDE;
        String text = events.events() + (events.events() == 1 ? " event" : " events") + " of the processor "
                + (aside ? "set aside for the operator" : "waiting to be tried again") + ", the oldest came "
                + InstantText.relative(events.oldest(), now);
        return new Check(!aside, text, PATH);
    }
}
