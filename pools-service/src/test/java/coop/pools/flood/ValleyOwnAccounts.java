package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices.Notice;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.HandOverStore;
import coop.pools.payout.OrderHandOver;
import coop.pools.payout.OrderPayout;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutDesk;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.PoolPayoutBooks;
import coop.pools.payout.TellOfArrivals;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.sql.SqlHandOverStore;
import coop.pools.payout.sql.SqlPayeeStore;
import coop.pools.payout.sql.SqlPayoutStore;
import coop.pools.reconciliation.Arrivals.Back;
import coop.pools.reconciliation.Arrivals.Taken;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.testing.NoVotes;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Pools of a valley that hold their money themselves, and what their stewards do. */
final class ValleyOwnAccounts {
    /** Of every Pool. */
    static final UUID STEWARD = new UUID(3, 3);

    /** By the id under which each is told once; to stewards and founders. */
    final Map<UUID, Notice> told = new ConcurrentHashMap<>();

    private final Valley valley;
    private final Set<UUID> pools = ConcurrentHashMap.newKeySet();
    private final Set<UUID> opening = ConcurrentHashMap.newKeySet();
    private final Set<UUID> alone = ConcurrentHashMap.newKeySet();

    ValleyOwnAccounts(Valley valley) {
        this.valley = valley;
    }

    PoolMoney money() {
        return new PoolMoney(pools::contains, opening::contains, pool -> alone.contains(pool) ? 1 : 2);
    }

    void hasItsOwn(MemberPool pool) {
        opening.remove(pool.id());
        pools.add(pool.id());
    }

    void hasOneSteward(MemberPool pool) {
        alone.add(pool.id());
    }

    void hasTwoStewards(MemberPool pool) {
        alone.remove(pool.id());
    }

    /** It has chosen an account that is not in use yet. */
    void opensItsOwn(MemberPool pool) {
        pools.remove(pool.id());
        opening.add(pool.id());
    }

    void hasItsOwnNoMore(MemberPool pool) {
        pools.remove(pool.id());
    }

    FundFlood.Books books() {
        return new FundFlood.Books(valley.books, valley.freezes, byHand());
    }

    OrderHandOver byHand() {
        return new OrderHandOver(
                new OrderPayout(desk(), payees(), body -> Payout.Way.PROCESSOR),
                payees(),
                handOvers(),
                "The fiscal host",
                valley.clock);
    }

    private PayoutDesk desk() {
        PoolPayoutBooks books = new PoolPayoutBooks(valley.ledger, payees(), handOvers(), valley.clock);
        return new PayoutDesk(
                valley.db.transactions(),
                valley.db.store(SqlPayoutStore.class),
                Map.of(BodyRef.Kind.POOL, books),
                valley.freezes,
                valley.clock,
                () -> {});
    }

    private PayeeStore payees() {
        return valley.db.store(SqlPayeeStore.class);
    }

    HandOverStore handOvers() {
        return valley.db.store(SqlHandOverStore.class);
    }

    Payout present(UUID payout) {
        return payouts().find(payout).orElseThrow();
    }

    private PayoutStore payouts() {
        return valley.db.store(SqlPayoutStore.class);
    }

    TakeStakes take() {
        TellOfArrivals tell = new TellOfArrivals(payees(), new NoVotes(Map.of()), pool -> List.of(STEWARD), this::tell);
        return new TakeStakes(
                handOvers(),
                payouts(),
                valley.places,
                new TakeStakes.Books(
                        valley.ledger,
                        new BookLateArrival(valley.ledger, valley.freezes, pools::contains),
                        new TakeBackStakes(
                                new TakeBackStakes.Desk(
                                        handOvers(),
                                        payouts(),
                                        new StakesMoved(valley.floods, valley.places, valley.ledger)),
                                valley.places,
                                valley.ledger,
                                tell,
                                valley.clock),
                        tell),
                valley.clock);
    }

    /** A bank takes this top-up back. */
    Back takeBack(UUID payout, String topup, String movement, Money amount) {
        ProcessorMovement back = movement(movement, amount.negated(), valley.clock.instant());
        return valley.db.transactions().inTransaction(() -> take().takeBack(back, topup, payout));
    }

    /** The same of what arrived first. */
    Back takeBack(UUID payout) {
        return takeBack(
                payout, "txn_" + payout, "back_" + payout, present(payout).amount());
    }

    private void tell(UUID id, UUID person, Notice notice) {
        told.put(id, notice);
    }

    /** What is written on a top-up of the operator's; nothing fits, and it is told. */
    void tellOther(UUID payout, String topup, Money amount) {
        ProcessorMovement movement = movement(topup, amount, valley.clock.instant());
        valley.db.transactions().inTransaction(() -> take().tellOther(movement, payout));
    }

    /** The Pool has voted to give; answers what its stewards have to send. */
    UUID order(Flood flood, MemberPool pool, long minor) {
        return order(valley.ids.newId(), flood, pool, minor);
    }

    UUID order(UUID proposal, Flood flood, MemberPool pool, long minor) {
        knowFounder(flood);
        valley.fund.fund(proposal, pool.id(), new Action.FundFlood(flood.id(), Valley.money(flood, minor)));
        return OrderPayout.idOf(proposal);
    }

    /** Payees are kept in the name of a person. */
    void knowFounder(Flood flood) {
        SqlIdentityStore people = valley.db.store(SqlIdentityStore.class);
        if (people.person(flood.founder()).isEmpty()) {
            people.insertPerson(new Person(flood.founder(), "Somebody", valley.clock.instant()));
        }
    }

    /** Two stewards have sent and seen it. */
    void sent(UUID payout) {
        valley.db.transactions().inTransaction(() -> {
            Payout present = payouts().lock(payout).orElseThrow();
            Payout paid = present.sentByHand(Backoff.none()).paidByHand(valley.clock.instant());
            desk().booksOf(paid).paid(paid);
            payouts().save(paid);
        });
    }

    /** Two stewards say that it came back. */
    void cameBack(UUID payout) {
        valley.db.transactions().inTransaction(() -> {
            Payout returned = payouts().lock(payout).orElseThrow().returnedByHand(valley.clock.instant());
            desk().booksOf(returned).reverse(returned, returned.cameBack());
            payouts().save(returned);
        });
    }

    /** Two stewards say that it could not be sent. */
    void notSent(UUID payout) {
        valley.db.transactions().inTransaction(() -> {
            Payout failed = payouts().lock(payout).orElseThrow().failed("not sent", valley.clock.instant());
            desk().booksOf(failed).release(failed);
            payouts().save(failed);
        });
    }

    /** The processor lists a top-up with this reference; whether it is taken for it. */
    boolean arrives(UUID payout, String topup, Money amount) {
        return arrives(payout, topup, amount, valley.clock.instant());
    }

    boolean arrives(UUID payout, String topup, Money amount, Instant availableOn) {
        ProcessorMovement movement = movement(topup, amount, availableOn);
        return valley.db.transactions().inTransaction(() -> take().take(movement, payout)) == Taken.NOW;
    }

    private ProcessorMovement movement(String topup, Money amount, Instant availableOn) {
        return new ProcessorMovement(
                "",
                topup,
                "topup",
                Optional.of(topup),
                topup,
                Optional.empty(),
                amount,
                Money.zero(amount.currency()),
                amount,
                valley.clock.instant(),
                availableOn);
    }

    boolean arrives(UUID payout) {
        return arrives(payout, "txn_" + payout, present(payout).amount());
    }

    /** All of it, from the vote to the stake. */
    void handOver(Flood flood, MemberPool pool, long minor) {
        UUID payout = order(flood, pool, minor);
        sent(payout);
        arrives(payout);
    }

    long onTheWay(Flood flood, MemberPool pool) {
        return valley.balance(pool.id(), Accounts.onTheWayTo(flood.slug()));
    }

    long withOperator(MemberPool pool) {
        return valley.balance(pool.id(), Accounts.WITH_OPERATOR);
    }
}
