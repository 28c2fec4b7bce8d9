package coop.pools.ledger;

import coop.pools.kernel.RefusalCode;

/** Why the ledger says no. */
public enum LedgerRefusal implements RefusalCode {
    /** There is less in the account than the transfer takes; facts: {@code account}, {@code amountMinor}. */
    INSUFFICIENT_FUNDS(Kind.CONFLICT),
    /** Payouts of this book are stopped; facts: {@code reason}, which is {@code shortfall} or {@code audit}. */
    BOOK_FROZEN(Kind.CONFLICT);

    private final Kind kind;

    LedgerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
