package coop.pools.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.bucket.domain.Bucket;
import coop.pools.bucket.sql.SqlBucketStore;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.ledger.LedgerRefusal;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class BucketsTest {
    @EveryDatabase
    void moneyGoesIntoABucketByVoteAndComesBackWhenItCloses(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        shelf.house.fill(10_000);
        Bucket trip = shelf.open(shelf.ana, "Summer trip");
        shelf.allocate(trip, 6_000);
        assertThat(shelf.house.cents(trip.account())).isEqualTo(6_000);
        assertThat(shelf.house.cents(Accounts.AVAILABLE)).isEqualTo(4_000);
        assertThat(shelf.house
                        .ledger
                        .balances(shelf.house.pool.id())
                        .inBuckets()
                        .minorUnits())
                .isEqualTo(6_000);
        shelf.close(trip);
        assertThat(shelf.house.cents(trip.account())).isZero();
        assertThat(shelf.house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        refused(BucketRefusal.BUCKET_CLOSED, () -> shelf.allocate(trip, 1));
        refused(BucketRefusal.BUCKET_CLOSED, () -> shelf.close(trip));
    }

    @EveryDatabase
    void aBucketTakesNoMoreThanIsThere(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        shelf.house.fill(100);
        Bucket trip = shelf.open(shelf.ana, "Summer trip");
        refused(LedgerRefusal.INSUFFICIENT_FUNDS, () -> shelf.allocate(trip, 101));
        assertThat(shelf.house.cents(trip.account())).isZero();
    }

    @EveryDatabase
    void oneVoteFillsABucketOnceHoweverOftenItIsCarriedOut(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        shelf.house.fill(1_000);
        Bucket trip = shelf.open(shelf.ana, "Summer trip");
        UUID proposal = shelf.house.ids.newId();
        for (int i = 0; i < 3; i++) {
            shelf.allocate(proposal, trip, 300);
        }
        assertThat(shelf.house.cents(trip.account())).isEqualTo(300);
    }

    @EveryDatabase
    void aPaymentFromABucketLeavesTheRestAloneAndGoesBackThereWhenItFails(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        shelf.house.fill(1_000);
        Bucket trip = shelf.open(shelf.ana, "Summer trip");
        shelf.allocate(trip, 600);
        Payee payee = shelf.payee();
        refused(LedgerRefusal.INSUFFICIENT_FUNDS, () -> shelf.pay(payee, 601, Optional.of(trip.slug())));
        Payout payout = shelf.pay(payee, 600, Optional.of(trip.slug()));
        assertThat(shelf.house.cents(trip.account())).isZero();
        assertThat(shelf.house.cents(Accounts.AVAILABLE)).isEqualTo(400);
        shelf.house.db.transactions().inTransaction(() -> shelf.house.books.release(payout));
        assertThat(shelf.house.cents(trip.account())).isEqualTo(600);
        assertThat(shelf.house.cents(Accounts.RESERVED)).isZero();
    }

    @EveryDatabase
    void whatComesToAClosedBucketIsFreeToBeSpentForAnything(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        shelf.house.fill(1_000);
        Bucket trip = shelf.open(shelf.ana, "Summer trip");
        shelf.allocate(trip, 600);
        Payout payout = shelf.pay(shelf.payee(), 600, Optional.of(trip.slug()));
        shelf.close(trip);
        shelf.house.db.transactions().inTransaction(() -> shelf.house.books.release(payout));
        SweepClosedBuckets sweep =
                new SweepClosedBuckets(db.transactions(), shelf.store, shelf.house.ledger, shelf.house.clock);
        assertThat(sweep.run(10)).isEqualTo(1);
        assertThat(sweep.run(10)).isZero();
        assertThat(shelf.house.cents(trip.account())).isZero();
        assertThat(shelf.house.cents(Accounts.AVAILABLE)).isEqualTo(1_000);
    }

    @EveryDatabase
    void onlyMembersOpenBucketsAndNotTooMany(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        Caller stranger = shelf.house.stranger("Sam");
        refused(GovernanceRefusal.MEMBERS_ONLY, () -> shelf.open(stranger, "Mine"));
        for (int i = 0; i < OpenBucket.MOST_OPEN; i++) {
            shelf.open(shelf.ana, i % 2 == 0 ? "Trip " + i : "Trip! " + (i - 1));
        }
        refused(BucketRefusal.TOO_MANY_BUCKETS, () -> shelf.open(shelf.ana, "One more"));
        List<ReadBuckets.Filled> all = shelf.read.ofPool(shelf.house.pool.id());
        assertThat(all).extracting(filled -> filled.bucket().slug()).doesNotHaveDuplicates();
    }

    @EveryDatabase
    void theSameFormSentTwiceOpensOneBucket(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        OpenBucket.Wish wish = shelf.wish("Summer trip");
        Bucket first = shelf.open.open(shelf.ana, wish);
        assertThat(shelf.open.open(shelf.ana, wish)).isEqualTo(first);
        OpenBucket.Wish other = new OpenBucket.Wish(wish.id(), wish.bodySlug(), "Other", wish.purpose(), wish.goal());
        refused(BucketRefusal.BUCKET_EXISTS, () -> shelf.open.open(shelf.ana, other));
    }

    @EveryDatabase
    void twoWhoOpenTheSameAtOnceGetOneBucketAndAClearNo(TestDatabase db) throws Exception {
        Shelf shelf = new Shelf(db);
        List<String> answers = shelf.openAtOnce(Collections.nCopies(8, "Summer trip"));
        assertThat(answers).containsOnly("summer-trip", "BUCKET_NAME_TAKEN").containsOnlyOnce("summer-trip");
        refused(BucketRefusal.BUCKET_NAME_TAKEN, () -> shelf.open(shelf.ana, "SUMMER trip"));
        // Another name that reads the same in an address gets an address of its own.
        assertThat(shelf.open(shelf.ana, "Summer trip!").slug()).isEqualTo("summer-trip-2");
    }

    @EveryDatabase
    void manyAtOnceOpenNoMoreThanThereMayBe(TestDatabase db) throws Exception {
        Shelf shelf = new Shelf(db);
        for (int i = 2; i < OpenBucket.MOST_OPEN; i++) {
            shelf.open(shelf.ana, "Trip " + i);
        }
        List<String> answers = shelf.openAtOnce(List.of("A", "B", "C", "D", "E", "F", "G", "H"));
        assertThat(answers)
                .filteredOn(BucketRefusal.TOO_MANY_BUCKETS.name()::equals)
                .hasSize(6);
        assertThat(shelf.read.ofPool(shelf.house.pool.id())).hasSize(OpenBucket.MOST_OPEN);
    }

    private static void refused(RefusalCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    /** A Pool with money and buckets. */
    private static final class Shelf {
        private final MoneyHouse house;
        private final BucketStore store;
        private final OpenBucket open;
        private final AllocateMoney allocate;
        private final CloseBucket close;
        private final ReadBuckets read;
        private final Caller ana;

        private Shelf(TestDatabase db) {
            house = new MoneyHouse(db);
            store = db.store(SqlBucketStore.class);
            open = new OpenBucket(db.transactions(), store, house.bodies, house.clock);
            Map<BodyRef.Kind, BucketBooks> books =
                    Map.of(BodyRef.Kind.POOL, new PoolBucketBooks(house.ledger, house.clock));
            allocate = new AllocateMoney(store, books);
            close = new CloseBucket(store, books, house.clock);
            read = new ReadBuckets(store, house.ledger);
            ana = house.member("Ana");
        }

        private OpenBucket.Wish wish(String name) {
            return new OpenBucket.Wish(
                    house.ids.newId(), "sunday-readers", name, "by the sea", Optional.of(Money.of(50_000, "EUR")));
        }

        private Bucket open(Caller caller, String name) {
            return open.open(caller, wish(name));
        }

        /** The address of each, or why not. */
        private List<String> openAtOnce(List<String> names) throws Exception {
            List<Callable<String>> wishes = new ArrayList<>();
            names.forEach(name -> wishes.add(() -> {
                try {
                    return open(ana, name).slug();
                } catch (Refused refused) {
                    return refused.code().toString();
                }
            }));
            ExecutorService threads = Executors.newFixedThreadPool(names.size());
            List<String> answers = new ArrayList<>();
            for (Future<String> done : threads.invokeAll(wishes)) {
                answers.add(done.get());
            }
            threads.shutdown();
            return answers;
        }

        private void allocate(Bucket bucket, long minor) {
            allocate(house.ids.newId(), bucket, minor);
        }

        private void allocate(UUID proposal, Bucket bucket, long minor) {
            Action.Allocate action = new Action.Allocate(bucket.slug(), Money.of(minor, "EUR"));
            house.db.transactions().inTransaction(() -> allocate.allocate(proposal, house.pool, action));
        }

        private void close(Bucket bucket) {
            UUID proposal = house.ids.newId();
            Action.CloseBucket action = new Action.CloseBucket(bucket.slug());
            house.db.transactions().inTransaction(() -> close.close(proposal, house.pool, action));
        }

        private Payee payee() {
            InvitePayee.Invitation invitation = new InvitePayee.Invitation(
                    house.ids.newId(), BodyRef.Kind.POOL, "sunday-readers", "Boat hire", Optional.empty());
            return house.invite.invite(ana, invitation).payee();
        }

        private Payout pay(Payee payee, long minor, Optional<String> bucket) {
            Action.Pay pay = new Action.Pay(payee.id(), Money.of(minor, "EUR"), "a boat", bucket);
            return house.order.order(house.pool, house.ids.newId(), pay);
        }
    }
}
