package coop.pools.exit;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.domain.Rules;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Balances;
import java.time.Instant;
import java.util.Map;

/**
 * Whether a large payment may still be made after members have left since its vote (article 10.7): enough of what the
 * Pool could spend has to be left, and the payment has to be covered without what is owed to those who left. Runs in the
 * transaction of the enactment.
 */
public final class KeepFloor {
    private final ExitStore store;
    private final Ledger ledger;
    private final ReadBylaws bylaws;

    public KeepFloor(ExitStore store, Ledger ledger, ReadBylaws bylaws) {
        this.store = store;
        this.ledger = ledger;
        this.bylaws = bylaws;
    }

    /** @throws Refused {@link ExitRefusal#EXITS_LEFT_TOO_LITTLE} */
    public void check(Proposal decided, Money amount) {
        if (decided.body().kind() != BodyRef.Kind.POOL) {
            return;
        }
        ledger.hold(decided.body().id());
        Instant since = decided.progress().closedAt().orElseThrow();
        Balances balances = ledger.balances(decided.body().id());
        long spendable = balances.available().plus(balances.inBuckets()).minorUnits();
        long owed = store.owed(decided.body().id());
        long before = Math.addExact(spendable, store.paidSince(decided.body().id(), since));
        long left = spendable - owed;
        Rules rules = bylaws.rules(decided.body().id());
        boolean large = rules.share(RuleKey.SPEND_MAX_SINGLE).isExceededBy(amount.minorUnits(), before);
        boolean tooLittle = left < rules.share(RuleKey.SPEND_RETENTION).atLeastOf(before);
        boolean exits = owed > 0 || before > spendable;
        if (large && exits && (tooLittle || amount.minorUnits() > left)) {
            throw new Refused(
                    ExitRefusal.EXITS_LEFT_TOO_LITTLE,
                    Map.of(
                            "left",
                            new Money(Math.max(0, left), amount.currency()),
                            "leftPercent",
                            before <= 0 ? 0 : Math.max(0, left) * 100 / before));
        }
    }
}
