package coop.pools.custody;

import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.treasury.domain.Former;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is open between a Pool and who held its money before a change of custody. */
public final class ReadSettlements {
    private final Ledger ledger;

    public ReadSettlements(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What is open.
     *
     * @param owed by the Pool, and kept back for it
     * @param left of the Pool's money
     */
    public record Open(Former former, Money owed, Money left) {}

    /** Empty when all is settled. */
    public List<Open> of(UUID pool) {
        return Arrays.stream(Former.values())
                .flatMap(former -> open(pool, former).stream())
                .toList();
    }

    private Optional<Open> open(UUID pool, Former former) {
        Money owed = ledger.balance(pool, former.owed());
        Money left = ledger.balance(pool, former.left());
        return owed.isZero() && left.isZero() ? Optional.empty() : Optional.of(new Open(former, owed, left));
    }
}
