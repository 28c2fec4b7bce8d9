package coop.pools.reconciliation;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.treasury.domain.Former;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The operator says that they and a Pool have settled, outside the processor, what the one paid or kept for the other
 * after a change of custody. What changed hands counts as the operator's own movement in the sums, until they bring it
 * to the processor, or take it from there. No money that the members can spend moves by it, but what was kept back.
 */
public final class SettleCustody {
    private static final int LONGEST_REFERENCE = 200;

    private final Transactions transactions;
    private final Ledger ledger;
    private final MovementStore movements;
    private final IdSource ids;
    private final Clock clock;

    public SettleCustody(Transactions transactions, Ledger ledger, MovementStore movements, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.movements = movements;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Settles all that is open between them.
     *
     * @return what the operator got, below zero what they gave; empty when nothing was open
     */
    public Optional<Money> settle(UUID pool, String reference) {
        String words =
                "Settled with the operator: " + reference.substring(0, Math.min(LONGEST_REFERENCE, reference.length()));
        return transactions.inTransaction(() -> {
            ledger.hold(pool);
            List<Transfer> transfers = new ArrayList<>();
            for (Former former : Former.values()) {
                add(transfers, former.owed(), Accounts.KEPT_BACK, ledger.balance(pool, former.owed()), words);
                add(transfers, Accounts.AVAILABLE, former.left(), ledger.balance(pool, former.left()), words);
            }
            if (transfers.isEmpty()) {
                return Optional.<Money>empty();
            }
            Money got = got(pool);
            UUID id = ids.newId();
            Instant now = clock.instant();
            ledger.post(new Posting(pool, new Cause("custody-settled", id), now, "operator", transfers));
            movements.insert(List.of(movement("settlement-" + id, got.negated(), now)));
            return Optional.of(got);
        });
    }

    private static void add(List<Transfer> transfers, String debit, String credit, Money amount, String words) {
        if (amount.isPositive()) {
            transfers.add(new Transfer(debit, credit, amount, words));
        }
    }

    /** The operator is paid what a Pool owes them and what its former account has, and pays the reverse. */
    private Money got(UUID pool) {
        return ledger.balance(pool, Former.OPERATOR.owed())
                .minus(ledger.balance(pool, Former.OPERATOR.left()))
                .minus(ledger.balance(pool, Former.OWN_ACCOUNT.owed()))
                .plus(ledger.balance(pool, Former.OWN_ACCOUNT.left()));
    }

    private static ProcessorMovement movement(String id, Money net, Instant at) {
        return new ProcessorMovement(
                "",
                id,
                ProcessorMovement.SETTLEMENT,
                Optional.empty(),
                id,
                Optional.empty(),
                net,
                Money.zero(net.currency()),
                net,
                at,
                at);
    }
}
