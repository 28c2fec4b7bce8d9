package coop.pools.app;

import coop.pools.ledger.Ledger;
import coop.pools.ledger.LedgerStore;
import coop.pools.ledger.sql.SqlLedgerStore;

/** The books. */
final class LedgerRoom {
    final LedgerStore store;
    final Ledger ledger;

    LedgerRoom(Foundation foundation) {
        store = foundation.store(SqlLedgerStore.class);
        ledger = new Ledger(store, foundation.ids());
    }
}
