package coop.pools.app;

import coop.pools.exit.ExitStore;
import coop.pools.exit.PayExits;
import coop.pools.exit.QueueOfExits;
import coop.pools.exit.ReadExits;
import coop.pools.exit.ReckonShare;
import coop.pools.exit.SettleExits;
import coop.pools.exit.sql.SqlExitStore;
import coop.pools.exit.web.ExitPages;
import coop.pools.exit.web.ExitsApi;
import coop.pools.governance.Bodies;
import coop.pools.governance.sql.SqlBallotStore;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.kernel.DueWork;
import coop.pools.payout.OwnPayee;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.sql.SqlPayoutStore;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** What members get who leave. */
final class ExitRoom {
    final SettleExits settle;
    final DueWork pay;
    private final Foundation foundation;
    private final ReadExits read;
    private final PoolRoom pool;

    ExitRoom(
            Foundation foundation,
            LedgerRoom ledger,
            IdentityRoom identity,
            BylawsRoom bylaws,
            PoolRoom pool,
            PayoutRoom payout,
            Bodies bodies) {
        this.foundation = foundation;
        this.pool = pool;
        ExitStore store = foundation.store(SqlExitStore.class);
        PayoutStore payouts = foundation.store(SqlPayoutStore.class);
        OwnPayee own = new OwnPayee(payout.payees, bodies, foundation.ids(), foundation.clock());
        QueueOfExits queue = new QueueOfExits(
                store,
                new QueueOfExits.Books(ledger.ledger, ledger.freezes),
                new QueueOfExits.Paying(payout.orderPayout, payouts, own, identity.readPeople),
                bylaws.read,
                foundation.clock());
        ReckonShare reckon = new ReckonShare(
                store,
                ledger.ledger,
                bylaws.read,
                new AgreedInVotes(foundation.store(SqlProposalStore.class), foundation.store(SqlBallotStore.class)));
        settle = new SettleExits(store, ledger.ledger, reckon, queue, foundation.clock());
        pay = new PayExits(foundation.transactions(), store, queue, foundation.clock());
        read = new ReadExits(store, payouts, payout.payees);
    }

    void register(JerseyEnvironment jersey) {
        jersey.register(new ExitsApi(pool.readPools, read));
        jersey.register(new ExitPages(foundation.pages(), pool.readPools, read));
    }
}
