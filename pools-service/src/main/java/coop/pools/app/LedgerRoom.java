package coop.pools.app;

import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.LedgerStore;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.VerifyBook;
import coop.pools.ledger.sql.BatchedLedgerStore;
import coop.pools.ledger.sql.SqlFreezeStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.ledger.web.BookAnswers;
import coop.pools.ledger.web.BookPages;
import coop.pools.ledger.web.BookWords;
import coop.pools.ledger.web.FloodLedgerApi;
import coop.pools.ledger.web.FloodLedgerFiles;
import coop.pools.ledger.web.FloodLedgerPages;
import coop.pools.ledger.web.PoolLedgerApi;
import coop.pools.ledger.web.PoolLedgerFiles;
import coop.pools.ledger.web.PoolLedgerPages;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** The books. */
final class LedgerRoom {
    final LedgerStore store;
    final Ledger ledger;
    final ReadBook readBook;
    final VerifyBook verifyBook;
    final Freezes freezes;
    private final Foundation foundation;

    LedgerRoom(Foundation foundation) {
        this.foundation = foundation;
        store = new BatchedLedgerStore(foundation.store(SqlLedgerStore.class), foundation.transactions());
        ledger = new Ledger(store, foundation.ids());
        readBook = new ReadBook(store, new SqlBookNames(foundation.jdbi()));
        freezes = new Freezes(
                foundation.transactions(),
                store,
                foundation.store(SqlFreezeStore.class),
                foundation.ids(),
                foundation.clock());
        verifyBook = new VerifyBook(foundation.transactions(), store);
    }

    void register(JerseyEnvironment jersey) {
        BookAnswers answers = new BookAnswers(readBook, foundation.clock());
        jersey.register(new PoolLedgerApi(answers));
        jersey.register(new PoolLedgerFiles.Csv(answers));
        jersey.register(new PoolLedgerFiles.Journal(answers));
        jersey.register(new PoolLedgerFiles.Whole(answers));
        jersey.register(new FloodLedgerApi(answers));
        jersey.register(new FloodLedgerFiles.Csv(answers));
        jersey.register(new FloodLedgerFiles.Journal(answers));
        jersey.register(new FloodLedgerFiles.Whole(answers));
        BookPages pages = new BookPages(foundation.pages(), readBook, ledger, new BookWords(foundation.sentences()));
        jersey.register(new PoolLedgerPages(pages));
        jersey.register(new FloodLedgerPages(pages));
    }
}
