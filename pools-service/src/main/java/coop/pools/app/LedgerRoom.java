package coop.pools.app;

import coop.pools.kernel.DueWork;
import coop.pools.ledger.AuditBooks;
import coop.pools.ledger.AuditStore;
import coop.pools.ledger.BookCheck;
import coop.pools.ledger.EraseMemos;
import coop.pools.ledger.FlowStore;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.HeadStore;
import coop.pools.ledger.KeySeal;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.LedgerStore;
import coop.pools.ledger.OtherChecks;
import coop.pools.ledger.PublishHeads;
import coop.pools.ledger.ReadAudits;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.ReadFlows;
import coop.pools.ledger.ReadHeads;
import coop.pools.ledger.SigningKeys;
import coop.pools.ledger.SumMonths;
import coop.pools.ledger.VerifyBook;
import coop.pools.ledger.sql.BatchedLedgerStore;
import coop.pools.ledger.sql.SqlAuditStore;
import coop.pools.ledger.sql.SqlFlowStore;
import coop.pools.ledger.sql.SqlFreezeStore;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.ledger.sql.SqlMemoStore;
import coop.pools.ledger.web.BookAnswers;
import coop.pools.ledger.web.BookPages;
import coop.pools.ledger.web.BookWords;
import coop.pools.ledger.web.BooksPages;
import coop.pools.ledger.web.EraseMemosPages;
import coop.pools.ledger.web.HeadsResource;
import coop.pools.ledger.web.LedgerApi;
import coop.pools.ledger.web.LedgerFiles;
import coop.pools.ledger.web.LedgerPages;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;

/** The books. */
final class LedgerRoom {
    final LedgerStore store;
    final Ledger ledger;
    final ReadBook readBook;
    final VerifyBook verifyBook;
    final ReadFlows readFlows;
    private final SumMonths sumMonths;
    final Freezes freezes;
    final SigningKeys signingKeys;
    final ReadHeads readHeads;
    final AuditStore audits;
    final AuditBooks auditBooks;
    private final PublishHeads publishHeads;
    private final Foundation foundation;

    /** @param signingSecret seals the signing key; empty for none */
    LedgerRoom(Foundation foundation, String signingSecret) {
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
        FlowStore flows = foundation.store(SqlFlowStore.class);
        readFlows = new ReadFlows(flows, store);
        sumMonths = new SumMonths(foundation.transactions(), flows, store);
        HeadStore heads = foundation.store(SqlHeadStore.class);
        signingKeys = new SigningKeys(
                foundation.transactions(), heads, new KeySeal(signingSecret, foundation.ids()), foundation.clock());
        readHeads = new ReadHeads(store, heads, signingKeys);
        publishHeads = new PublishHeads(foundation.transactions(), store, heads, signingKeys, foundation.clock());
        verifyBook = new VerifyBook(foundation.transactions(), store, heads);
        audits = foundation.store(SqlAuditStore.class);
        List<BookCheck> checks = BookChecks.all(foundation.jdbi(), foundation.transactions(), foundation.clock());
        auditBooks = new AuditBooks(verifyBook, audits, checks, freezes, foundation.clock());
    }

    /** @param others what else is checked about the books */
    void register(JerseyEnvironment jersey, OtherChecks others, BookWords words) {
        BookAnswers answers = new BookAnswers(readBook, readHeads, foundation.clock());
        jersey.register(new LedgerApi(answers));
        jersey.register(new LedgerFiles.Csv(answers));
        jersey.register(new LedgerFiles.Journal(answers));
        jersey.register(new LedgerFiles.Beancount(answers));
        jersey.register(new LedgerFiles.Whole(answers));
        BookPages pages = new BookPages(foundation.pages(), readBook, readHeads, ledger, words);
        EraseMemos eraseMemos = new EraseMemos(
                foundation.transactions(),
                foundation.store(SqlMemoStore.class),
                new SqlPersonCauses(foundation.jdbi()),
                foundation.clock());
        jersey.register(new EraseMemosPages(foundation.pages(), eraseMemos));
        jersey.register(new HeadsResource(readHeads, readBook));
        ReadAudits readAudits = new ReadAudits(audits, freezes, new SqlBookNames(foundation.jdbi()));
        jersey.register(new BooksPages(foundation.pages(), readAudits, readHeads, others));
        jersey.register(new LedgerPages(pages));
    }

    List<DueWork> dueWork() {
        return List.of(publishHeads, sumMonths, auditBooks);
    }
}
