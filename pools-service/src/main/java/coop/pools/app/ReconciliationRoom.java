package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.ledger.OtherChecks;
import coop.pools.ledger.sql.SqlHeldTotals;
import coop.pools.payout.sql.SqlArrivals;
import coop.pools.payout.sql.SqlPayoutMovements;
import coop.pools.reconciliation.Arrivals;
import coop.pools.reconciliation.AwaitArrivals;
import coop.pools.reconciliation.BooksOfDifferences;
import coop.pools.reconciliation.ClaimAsOwn;
import coop.pools.reconciliation.Concerned;
import coop.pools.reconciliation.DifferenceStore;
import coop.pools.reconciliation.FetchMovements;
import coop.pools.reconciliation.MatchSubjects;
import coop.pools.reconciliation.MovementStore;
import coop.pools.reconciliation.OwnAccounts;
import coop.pools.reconciliation.ReadReconciliation;
import coop.pools.reconciliation.Reconcile;
import coop.pools.reconciliation.RecordRun;
import coop.pools.reconciliation.RepairDifferences;
import coop.pools.reconciliation.RunStore;
import coop.pools.reconciliation.SettleCustody;
import coop.pools.reconciliation.StopDiffering;
import coop.pools.reconciliation.SumUp;
import coop.pools.reconciliation.TakeArrivals;
import coop.pools.reconciliation.sql.SqlDifferenceStore;
import coop.pools.reconciliation.sql.SqlMovementStore;
import coop.pools.reconciliation.sql.SqlRunStore;
import coop.pools.reconciliation.sql.SqlTopUpStore;
import coop.pools.reconciliation.web.ChecksOfReconciliation;
import coop.pools.reconciliation.web.ReconciliationApi;
import coop.pools.reconciliation.web.ReconciliationPages;
import coop.pools.treasury.sql.SqlCardMovements;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.servlets.tasks.Task;
import java.util.List;

/** The books against the processor's. */
final class ReconciliationRoom {
    final ReadReconciliation read;
    private final Reconcile reconcile;
    private final ClaimAsOwn claim;
    private final TakeArrivals arrivals;
    private final AwaitArrivals awaitArrivals;
    private final SettleCustodyTask settle;
    private final Foundation foundation;

    /** Where else money is, and who awaits some. */
    record Around(OwnAccounts ownAccounts, Arrivals arrivals) {}

    ReconciliationRoom(
            Foundation foundation,
            TreasuryRoom treasury,
            PaymentProcessor processor,
            Around around,
            LedgerRoom ledger,
            Bodies bodies) {
        this.foundation = foundation;
        OwnAccounts ownAccounts = around.ownAccounts();
        Concerned concerned = new SqlConcerned(foundation.jdbi());
        MovementStore movements = foundation.store(SqlMovementStore.class);
        DifferenceStore differences = foundation.store(SqlDifferenceStore.class);
        RunStore runs = foundation.store(SqlRunStore.class);
        MatchSubjects.Sides sides = new MatchSubjects.Sides(
                movements,
                List.of(
                        foundation.store(SqlCardMovements.class),
                        foundation.store(SqlPayoutMovements.class),
                        foundation.store(SqlArrivals.class)));
        arrivals = new TakeArrivals(
                foundation.transactions(), foundation.store(SqlTopUpStore.class), movements, around.arrivals());
        reconcile = new Reconcile(
                treasury.lists,
                new FetchMovements(treasury.lists, processor, foundation.transactions(), movements, foundation.clock()),
                new MatchSubjects(foundation.transactions(), sides, differences, foundation.ids(), foundation.clock()),
                new SumUp(
                        processor,
                        foundation.store(SqlHeldTotals.class),
                        movements,
                        ownAccounts,
                        new SumUp.Cover(concerned, differences)),
                new Reconcile.Desk(
                        sides,
                        differences,
                        new RecordRun(foundation.transactions(), runs, differences, movements, foundation.clock()),
                        new RepairDifferences(differences, movements, treasury.repairPayment),
                        new StopDiffering(
                                differences,
                                new BooksOfDifferences(movements, concerned, ownAccounts),
                                concerned,
                                ownAccounts,
                                ledger.freezes),
                        arrivals,
                        ownAccounts,
                        foundation.ids(),
                        foundation.clock()));
        awaitArrivals = new AwaitArrivals(treasury.lists, arrivals, reconcile, foundation.clock());
        claim = new ClaimAsOwn(foundation.transactions(), differences, movements, foundation.clock());
        settle = new SettleCustodyTask(
                new SettleCustody(
                        foundation.transactions(), ledger.ledger, movements, foundation.ids(), foundation.clock()),
                bodies);
        read = new ReadReconciliation(runs, differences, treasury.readInbox);
    }

    void register(JerseyEnvironment jersey) {
        jersey.register(new ReconciliationApi(read, arrivals));
        jersey.register(new ReconciliationPages(foundation.pages(), read, foundation.clock()));
    }

    /** For the page on how the books are checked. */
    OtherChecks checks() {
        return new ChecksOfReconciliation(read, foundation.clock());
    }

    List<DueWork> dueWork() {
        return List.of(reconcile, awaitArrivals);
    }

    /** For operators, on the admin port. */
    List<Task> tasks() {
        return List.of(new ReconcileTask(reconcile, claim, arrivals, read), settle);
    }
}
