package coop.pools.flood;

import static coop.pools.flood.Valley.eur;

import coop.pools.bucket.NewBuckets;
import coop.pools.bucket.ReadBuckets;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.round.ChangeAllocation;
import coop.pools.round.CloseDueRounds;
import coop.pools.round.EndRound;
import coop.pools.round.Ending;
import coop.pools.round.OpenRound;
import coop.pools.round.Participants;
import coop.pools.round.PoolRoundBooks;
import coop.pools.round.ReadRounds;
import coop.pools.round.RoundBooks;
import coop.pools.round.RoundStore;
import coop.pools.round.RoundView;
import coop.pools.round.sql.SqlRoundStore;
import coop.pools.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rounds in the Pools and Floods of a valley. */
final class RoundHouse {
    final Valley valley;
    final UUID[] people;
    final RoundStore store;
    final OpenRound open;
    final EndRound end;
    final ChangeAllocation change;
    final CloseDueRounds close;
    final ReadRounds read;
    private int named;

    RoundHouse(TestDatabase db, int people) {
        this(new Valley(db), people);
    }

    RoundHouse(Valley valley, int count) {
        this.valley = valley;
        people = new UUID[count];
        Arrays.setAll(people, no -> valley.ids.newId());
        TestDatabase db = valley.db;
        SqlIdentityStore identities = db.store(SqlIdentityStore.class);
        for (UUID person : people) {
            identities.insertPerson(new Person(person, "Somebody", valley.clock.instant()));
        }
        store = db.store(SqlRoundStore.class);
        NewBuckets buckets = new NewBuckets(
                valley.db.transactions(), valley.buckets, new ReadBuckets(valley.buckets, valley.ledger), valley.clock);
        Participants participants = new Participants(store, valley.bodies, valley.pools);
        Map<BodyRef.Kind, RoundBooks> books = Map.of(
                BodyRef.Kind.POOL,
                new PoolRoundBooks(valley.ledger),
                BodyRef.Kind.FLOOD,
                new FloodRoundBooks(valley.places, valley.costs, valley.ledger));
        Ending ending = new Ending(store, participants, books, buckets);
        open = new OpenRound(store, valley.bodies, valley.pools, new OpenRound.Desk(books, buckets), valley.clock);
        end = new EndRound(store, ending, valley.clock);
        close = new CloseDueRounds(db.transactions(), store, ending, valley.clock);
        change = new ChangeAllocation(db.transactions(), store, valley.buckets, participants, valley.clock);
        read = new ReadRounds(store, valley.buckets, participants, valley.bodies, valley.clock);
        valley.ended = (flood, vote) -> end.endAll(BodyRef.flood(flood), vote);
    }

    /** A Pool of all these people, with so much money. */
    BodyRef pool(long minor) {
        MemberPool pool = valley.pool("readers-" + named++, "EUR", people);
        valley.contribute(pool, minor);
        return BodyRef.pool(pool.id());
    }

    /** A Flood into which each of these Pools has put so much. */
    BodyRef flood(long each, MemberPool... pools) {
        Flood flood = valley.found(people[0], "River " + named++, pools);
        valley.join(flood, pools);
        for (MemberPool pool : pools) {
            valley.contribute(pool, each);
            valley.fund(flood, pool, each);
        }
        return BodyRef.flood(flood.id());
    }

    /** A new bucket of a round. */
    static RoundOrder.Line candidate(String name, long target, long minimum) {
        return new RoundOrder.Line(
                Optional.empty(), name, "", eur(target), minimum == 0 ? Optional.empty() : Optional.of(eur(minimum)));
    }

    /** Open for a week. */
    UUID open(BodyRef body, long pot, boolean keepsPartial, RoundOrder.Line... lines) {
        return open(valley.ids.newId(), body, pot, keepsPartial, lines);
    }

    UUID open(UUID vote, BodyRef body, long pot, boolean keepsPartial, RoundOrder.Line... lines) {
        open(
                vote,
                body,
                new RoundOrder.Open(
                        "Spring " + vote, eur(pot), List.of(lines), RoundOrder.Times.days(7), keepsPartial));
        return vote;
    }

    void open(UUID vote, BodyRef body, RoundOrder.Open order) {
        OpenRound.Passed passed = new OpenRound.Passed(vote, people[0], body);
        valley.db.transactions().inTransaction(() -> open.open(passed, order));
    }

    void give(int person, UUID round, String bucket, long minor) {
        give(person, round, Map.of(bucket, eur(minor)));
    }

    void give(int person, UUID round, Map<String, Money> wishes) {
        change.change(Caller.of(people[person]), round, wishes);
    }

    void end(BodyRef body, UUID round, boolean funds) {
        RoundOrder.End order = new RoundOrder.End(round, funds);
        valley.db.transactions().inTransaction(() -> end.end(valley.ids.newId(), body, order));
    }

    /** The week is over. */
    int close() {
        valley.clock.advance(Duration.ofDays(8));
        return close.run(50);
    }

    RoundView view(UUID round) {
        return read.one(Caller.guest("browser"), round);
    }

    /** A job that breaks off when it has moved money so many times. */
    CloseDueRounds closingCutOffAfter(int moves) {
        PoolRoundBooks whole = new PoolRoundBooks(valley.ledger);
        int[] left = {moves};
        RoundBooks broken = (RoundBooks) Proxy.newProxyInstance(
                RoundBooks.class.getClassLoader(), new Class<?>[] {RoundBooks.class}, (proxy, method, sent) -> {
                    boolean moving =
                            method.getName().equals("fund") || method.getName().equals("giveBack");
                    if (moving && left[0]-- == 0) {
                        throw new IllegalStateException("cut off");
                    }
                    return method.invoke(whole, sent);
                });
        NewBuckets buckets = new NewBuckets(
                valley.db.transactions(), valley.buckets, new ReadBuckets(valley.buckets, valley.ledger), valley.clock);
        Participants participants = new Participants(store, valley.bodies, valley.pools);
        Ending ending = new Ending(store, participants, Map.of(BodyRef.Kind.POOL, broken), buckets);
        return new CloseDueRounds(valley.db.transactions(), store, ending, valley.clock);
    }

    /** In a bucket of a Pool or Flood, however it is held. */
    long in(BodyRef body, String bucket) {
        String account = Accounts.bucket(bucket);
        return valley.balance(body.id(), account) + valley.balance(body.id(), Accounts.keptByPools(account));
    }

    long pot(UUID round) {
        RoundView view = view(round);
        return in(view.round().body(), view.round().potSlug());
    }

    long available(BodyRef body) {
        return valley.balance(body.id(), Accounts.AVAILABLE)
                + valley.balance(body.id(), Accounts.keptByPools(Accounts.AVAILABLE));
    }
}
