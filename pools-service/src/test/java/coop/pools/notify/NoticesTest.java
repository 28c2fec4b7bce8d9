package coop.pools.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices.Notice;
import coop.pools.kernel.Refused;
import coop.pools.notify.NoticeStore.Told;
import coop.pools.notify.sql.SqlNoticeStore;
import coop.pools.platform.web.MoneyText;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class NoticesTest {
    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock, new SecureRandom());

    @EveryDatabase
    void theSameWordIsToldOnceAndOnlyToWhomItConcerns(TestDatabase db) {
        NoticeStore store = db.store(SqlNoticeStore.class);
        TellPeople tell = new TellPeople(store, NoticesTest::words, clock);
        UUID ana = person(db, "Ana");
        UUID ben = person(db, "Ben");
        UUID id = ids.newId();
        Notice refund = new Notice("REFUNDED", Map.of("amount", Money.of(1234, "EUR")), "/contributions/x");
        for (int i = 0; i < 2; i++) {
            db.transactions().inTransaction(() -> tell.tell(id, ana, refund));
        }
        ReadNotices read = new ReadNotices(store);
        assertThat(read.unread(caller(ana), 5).newest()).extracting(Told::text).containsExactly("REFUNDED €12.34");
        assertThat(read.unread(caller(ben), 5).count()).isZero();
        assertThatThrownBy(() -> read.before(Caller.guest("someone"), clock.instant(), 5))
                .isInstanceOf(Refused.class);
    }

    @EveryDatabase
    void whatIsReadIsNoLongerNewButWhatCameMeanwhileIs(TestDatabase db) {
        NoticeStore store = db.store(SqlNoticeStore.class);
        TellPeople tell = new TellPeople(store, NoticesTest::words, clock);
        UUID ana = person(db, "Ana");
        ReadNotices read = new ReadNotices(store);
        for (int i = 0; i < 4; i++) {
            tell.tell(ids.newId(), ana, new Notice("N" + i, Map.of(), "/"));
            clock.advance(Duration.ofSeconds(1));
        }
        List<Told> seen = read.before(caller(ana), clock.instant(), 10);
        tell.tell(ids.newId(), ana, new Notice("LATER", Map.of(), "/"));
        new MarkNoticesRead(db.transactions(), store, clock)
                .mark(caller(ana), seen.get(0).toldAt());
        ReadNotices.Unread left = read.unread(caller(ana), 1);
        assertThat(left.newest()).extracting(Told::kind).containsExactly("LATER");
        assertThat(left.count()).isEqualTo(1);
    }

    @EveryDatabase
    void wordIsUndoneWithTheTransactionItWasToldIn(TestDatabase db) {
        NoticeStore store = db.store(SqlNoticeStore.class);
        TellPeople tell = new TellPeople(store, NoticesTest::words, clock);
        UUID ana = person(db, "Ana");
        assertThatThrownBy(() -> db.transactions().inTransaction(() -> {
                    tell.tell(ids.newId(), ana, new Notice("LOST", Map.of(), "/"));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(new ReadNotices(store).unread(caller(ana), 5).count()).isZero();
    }

    private UUID person(TestDatabase db, String name) {
        Person person = new Person(ids.newId(), name, clock.instant());
        db.transactions().inTransaction(() -> db.store(SqlIdentityStore.class).insertPerson(person));
        return person.id();
    }

    private static Caller caller(UUID person) {
        return Caller.of(person);
    }

    private static String words(Notice notice) {
        Object amount = notice.facts().get("amount");
        return amount instanceof Money money ? notice.kind() + " " + MoneyText.of(money) : notice.kind();
    }
}
