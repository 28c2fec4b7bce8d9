package coop.pools.app;

import coop.pools.exit.EndActionCheck;
import coop.pools.exit.EndPool;
import coop.pools.exit.EndPools;
import coop.pools.exit.ExitStore;
import coop.pools.exit.KeepFloor;
import coop.pools.exit.PayExits;
import coop.pools.exit.PoolEndStore;
import coop.pools.exit.QueueOfExits;
import coop.pools.exit.ReadExits;
import coop.pools.exit.ReadPaymentMeaning;
import coop.pools.exit.ReckonShare;
import coop.pools.exit.SettleExits;
import coop.pools.exit.WindUpPool;
import coop.pools.exit.sql.SqlExitStore;
import coop.pools.exit.sql.SqlPoolEndStore;
import coop.pools.exit.web.ExitPages;
import coop.pools.exit.web.ExitsApi;
import coop.pools.governance.Bodies;
import coop.pools.governance.sql.SqlBallotStore;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Notices;
import coop.pools.payout.OwnPayee;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.sql.SqlPayoutStore;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What members get who leave. */
final class ExitRoom {
    final SettleExits settle;
    final DueWork pay;
    final DueWork endPools;
    final EndActionCheck check;
    final KeepFloor floor;
    final ReadPaymentMeaning meaning;
    final WindUpPool windUp;
    final PoolEndStore ends;
    final ExitStore store;
    private final ReckonShare reckon;
    private final Foundation foundation;
    final ReadExits read;
    private final PoolRoom pool;

    /**
     * What parting asks of the rooms around it.
     *
     * @param inFloods whether a Pool is in a Flood
     * @param untie by that vote, that Pool: takes back what it has asked of Floods, and ends its rounds
     */
    record Around(
            Bodies bodies,
            EndPools.Ways ways,
            Predicate<UUID> inFloods,
            BiConsumer<UUID, UUID> untie,
            Notices notices) {}

    ExitRoom(
            Foundation foundation,
            LedgerRoom ledger,
            IdentityRoom identity,
            BylawsRoom bylaws,
            PoolRoom pool,
            PayoutRoom payout,
            Around around) {
        this.foundation = foundation;
        this.pool = pool;
        store = foundation.store(SqlExitStore.class);
        PayoutStore payouts = foundation.store(SqlPayoutStore.class);
        OwnPayee own = new OwnPayee(payout.payees, around.bodies(), foundation.ids(), foundation.clock());
        ends = foundation.store(SqlPoolEndStore.class);
        check = new EndActionCheck(ends, payout.payees, around.inFloods());
        QueueOfExits queue = new QueueOfExits(
                store,
                new QueueOfExits.Books(ledger.ledger, ledger.freezes, ends),
                new QueueOfExits.Paying(payout.orderPayout, payouts, own, identity.readPeople, around.notices()),
                bylaws.read,
                foundation.clock());
        AgreedInVotes agreed =
                new AgreedInVotes(foundation.store(SqlProposalStore.class), foundation.store(SqlBallotStore.class));
        reckon = new ReckonShare(store, ledger.ledger, bylaws.read, agreed);
        settle = new SettleExits(store, ledger.ledger, reckon, queue, foundation.clock());
        pay = new PayExits(foundation.transactions(), store, queue, foundation.clock());
        floor = new KeepFloor(store, ledger.ledger, bylaws.read);
        meaning = new ReadPaymentMeaning(
                store, ledger.ledger, bylaws.read, foundation.store(SqlProposalStore.class)::find);
        windUp = new WindUpPool(
                foundation.transactions(),
                ends,
                new WindUpPool.Ties(ledger.ledger, check, around.untie()),
                foundation.clock(),
                foundation.wake());
        EndPool step = new EndPool(
                ends,
                pool.peopleWith(store),
                settle,
                queue,
                new EndPool.Means(ledger.ledger, payout.orderPayout, payouts, agreed));
        endPools = new EndPools(foundation.transactions(), ends, around.ways(), step, foundation.clock());
        read = new ReadExits(store, payouts, payout.payees, ends);
    }

    /** Whether that proposal has passed and lets members of its Pool leave with a share before it is carried out. */
    boolean leaveFirst(UUID proposal) {
        return meaning.passedIn(proposal).filter(reckon::hasGivenBack).isPresent();
    }

    void register(JerseyEnvironment jersey) {
        jersey.register(new ExitsApi(pool.readPools, read));
        jersey.register(new ExitPages(foundation.pages(), pool.readPools, read));
    }
}
