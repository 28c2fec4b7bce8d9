package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.payout.ConfirmPayout;
import coop.pools.payout.HomeStops;
import coop.pools.payout.HomeStore;
import coop.pools.payout.OrderPayout;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutDesk;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.PoolPayoutBooks;
import coop.pools.payout.SendHome;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.sql.SqlHandOverStore;
import coop.pools.payout.sql.SqlPayeeStore;
import coop.pools.payout.sql.SqlPayoutStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the operator sends home to Pools of a valley that hold their money themselves, and what is taken back of it. */
final class ValleyHomes {
    private final Valley valley;
    private final PayoutStore payouts;
    private final PayeeStore payees;
    private final PayoutDesk desk;
    private final UUID somebody;

    ValleyHomes(Valley valley) {
        this.valley = valley;
        payouts = valley.db.store(SqlPayoutStore.class);
        payees = valley.db.store(SqlPayeeStore.class);
        PoolPayoutBooks books = new PoolPayoutBooks(
                valley.ledger,
                payees,
                valley.db.store(SqlHandOverStore.class),
                valley.clock,
                new PoolPayoutBooks.Home(
                        HomeStops.NONE, Optional.of(valley.freezes), owner -> Optional.of(account(owner))));
        desk = new PayoutDesk(
                valley.db.transactions(),
                payouts,
                Map.of(BodyRef.Kind.POOL, books),
                valley.freezes,
                valley.clock,
                () -> {});
        somebody = valley.ids.newId();
        valley.db.store(SqlIdentityStore.class).insertPerson(new Person(somebody, "Somebody", valley.clock.instant()));
    }

    /** Sends what there is, if anything may go; answers what was ordered. */
    Optional<UUID> send(MemberPool pool) {
        SendHome home = new SendHome(
                desk,
                new OrderPayout(desk, payees, body -> Payout.Way.STEWARDS),
                new SendHome.Homes(only(pool), owner -> Optional.of(account(owner)), payees, HomeStops.NONE),
                valley.ledger,
                receiving());
        home.run(1);
        home.run(1);
        return payouts.ofBody(pool.id(), Optional.empty(), 50).stream()
                .filter(payout -> payout.ground().isHome() && payout.state() == PayoutState.RESERVED)
                .map(Payout::id)
                .findFirst();
    }

    /** The processor has sent it, and says so twice. */
    void came(UUID id) {
        valley.db.transactions().inTransaction(() -> {
            Payout payout = payouts.lock(id).orElseThrow();
            payouts.save(payout.sent(account(payout.body().id()), valley.clock.instant()));
        });
        takenBack(id, 0);
        takenBack(id, 0);
    }

    /** The processor refuses it. */
    void fails(UUID id) {
        valley.db.transactions().inTransaction(() -> {
            Payout failed = payouts.lock(id).orElseThrow().failed("refused", valley.clock.instant());
            desk.booksOf(failed).release(failed);
            payouts.save(failed);
        });
    }

    /** The processor says that so much of it has been taken back until then. */
    void takenBack(UUID id, long total) {
        Payout payout = payouts.find(id).orElseThrow();
        long amount = payout.amount().minorUnits();
        new ConfirmPayout(desk)
                .confirm(new TransferReceipt(
                        "tr_" + id,
                        id.toString(),
                        account(payout.body().id()),
                        amount,
                        payout.amount().currency(),
                        total == amount,
                        total));
    }

    private static String account(UUID pool) {
        return "acct_" + pool;
    }

    private HomeStore only(MemberPool pool) {
        return new HomeStore() {
            @Override
            public List<Home> waiting(Instant now, Instant triedSince, int limit) {
                return List.of(new Home(pool.id(), "Pool", account(pool.id()), somebody, false));
            }

            @Override
            public void lookAgain(UUID id, Instant next) {
                // The moves say when.
            }
        };
    }

    /** A processor on which every account receives. */
    private static PaymentProcessor receiving() {
        Class<?>[] ports = {PaymentProcessor.class};
        return (PaymentProcessor) Proxy.newProxyInstance(
                PaymentProcessor.class.getClassLoader(),
                ports,
                (self, method, arguments) -> method.getName().equals("readPayee")
                        ? new PayeeAccount((String) arguments[0], PayeeAccount.State.READY)
                        : null);
    }
}
