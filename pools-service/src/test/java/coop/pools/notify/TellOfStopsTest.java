package coop.pools.notify;

import static coop.pools.governance.VillageBodies.POOL;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.FloodStore;
import coop.pools.flood.MemberPools;
import coop.pools.flood.Members;
import coop.pools.flood.PeopleOfMembers;
import coop.pools.governance.Village;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Notices.Notice;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.sql.SqlFreezeStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.notify.NoticeStore.Told;
import coop.pools.notify.sql.SqlNoticeStore;
import coop.pools.notify.sql.SqlStopWordStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class TellOfStopsTest {
    private static final FloodStore NO_FLOODS = (FloodStore) Proxy.newProxyInstance(
            FloodStore.class.getClassLoader(), new Class<?>[] {FloodStore.class}, (self, method, with) -> List.of());

    private Village village;
    private NoticeStore notices;
    private Freezes freezes;
    private TellByPage tell;

    private void set(TestDatabase db, int people) {
        village = new Village(db, people);
        village.people(people);
        notices = db.store(SqlNoticeStore.class);
        SqlLedgerStore books = db.store(SqlLedgerStore.class);
        freezes = new Freezes(db.transactions(), books, db.store(SqlFreezeStore.class), village.ids, village.clock);
        db.transactions()
                .inTransaction(() -> new Ledger(books, village.ids)
                        .openBook(POOL.id(), Currency.getInstance("EUR"), village.clock.instant()));
        MemberPools pools = (MemberPools) Proxy.newProxyInstance(
                MemberPools.class.getClassLoader(),
                new Class<?>[] {MemberPools.class},
                (self, method, with) -> Map.of(
                        POOL.id(),
                        new MemberPools.MemberPool(
                                POOL.id(),
                                "garden",
                                "Garden",
                                "EUR",
                                village.bodies.freezeRosters(POOL).get(0))));
        tell = TellOfStops.work(
                db.transactions(),
                db.store(SqlStopWordStore.class),
                new TellOfStops.Stops(
                        freezes, village.bodies, new PeopleOfMembers(new Members(NO_FLOODS, pools), village.bodies)),
                new TellPeople(notices, Notice::kind, village.clock),
                village.clock);
    }

    @EveryDatabase
    void everybodyIsToldOnceThatPayoutsStopAndOnceThatTheyGoOn(TestDatabase db) {
        set(db, 450);
        stop(Freeze.Reason.SHORTFALL);
        run();
        assertThat(kinds(1)).as("it may be over in a moment").isEmpty();
        minutes(5);
        run();
        minutes(60);
        run();
        for (int somebody : new int[] {1, 200, 201, 450}) {
            assertThat(kinds(somebody)).containsExactly("PAYOUTS_STOPPED_SHORTFALL");
        }
        assertThat(freezes.freeze(POOL.id(), Freeze.Reason.SHORTFALL, "again")).isFalse();
        lift(Freeze.Reason.SHORTFALL);
        run();
        run();
        for (int somebody : new int[] {1, 200, 201, 450}) {
            assertThat(kinds(somebody)).containsExactlyInAnyOrder("PAYOUTS_STOPPED_SHORTFALL", "PAYOUTS_GO_ON");
        }
    }

    @EveryDatabase
    void whatIsOverAtOnceIsToldToNobodyAndTheyDoNotGoOnWhileAnotherReasonStopsThem(TestDatabase db) {
        set(db, 3);
        stop(Freeze.Reason.SHORTFALL);
        run();
        lift(Freeze.Reason.SHORTFALL);
        minutes(10);
        run();
        assertThat(kinds(1)).isEmpty();
        stop(Freeze.Reason.AUDIT);
        stop(Freeze.Reason.SHORTFALL);
        minutes(10);
        run();
        assertThat(kinds(1)).containsExactlyInAnyOrder("PAYOUTS_STOPPED_AUDIT", "PAYOUTS_STOPPED_SHORTFALL");
        lift(Freeze.Reason.SHORTFALL);
        run();
        assertThat(kinds(1)).hasSize(2);
        lift(Freeze.Reason.AUDIT);
        run();
        assertThat(kinds(3)).hasSize(3).contains("PAYOUTS_GO_ON");
    }

    @OneDatabase
    void aBookOfNobodyHoldsNoWordUp(TestDatabase db) {
        set(db, 3);
        UUID operators = new UUID(0, 9);
        db.transactions()
                .inTransaction(() -> new Ledger(db.store(SqlLedgerStore.class), village.ids)
                        .openBook(operators, Currency.getInstance("EUR"), village.clock.instant()));
        freezes.freeze(operators, Freeze.Reason.AUDIT, "a test");
        stop(Freeze.Reason.SHORTFALL);
        minutes(5);
        run();
        assertThat(kinds(1)).containsExactly("PAYOUTS_STOPPED_SHORTFALL");
    }

    private void stop(Freeze.Reason reason) {
        freezes.freeze(POOL.id(), reason, "a test");
    }

    private void lift(Freeze.Reason reason) {
        freezes.lift(POOL.id(), reason, "a test");
    }

    private void minutes(int minutes) {
        village.clock.advance(Duration.ofMinutes(minutes));
    }

    private void run() {
        for (int i = 0; i < 20 && tell.run(100) > 0; i++) {
            assertThat(i).isLessThan(19);
        }
    }

    private List<String> kinds(int number) {
        return new ReadNotices(notices)
                .unread(Caller.of(person(number)), 10).newest().stream()
                        .map(Told::kind)
                        .toList();
    }
}
