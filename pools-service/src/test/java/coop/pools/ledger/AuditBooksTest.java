package coop.pools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.sql.SqlAuditStore;
import coop.pools.ledger.sql.SqlFreezeStore;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class AuditBooksTest {
    private final TestClock clock = new TestClock();
    private final List<Long> asked = new ArrayList<>();
    private Optional<String> unfit = Optional.empty();
    private BooksInDatabase books;
    private AuditStore audits;
    private Freezes freezes;
    private AuditBooks audit;

    private void set(TestDatabase db) {
        books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 3));
        audits = db.store(SqlAuditStore.class);
        IdSource ids = new IdSource(clock, new SecureRandom());
        freezes = new Freezes(db.transactions(), books.store, db.store(SqlFreezeStore.class), ids, clock);
        BookCheck check = (book, after) -> {
            asked.add(after);
            return book.equals(books.pool) ? unfit : Optional.empty();
        };
        audit = new AuditBooks(
                new VerifyBook(db.transactions(), books.store, db.store(SqlHeadStore.class)),
                audits,
                List.of(check),
                freezes,
                clock);
    }

    @EveryDatabase
    void aSoundBookIsAuditedWholeThenByWhatIsAddedAndWholeAgainAfterADay(TestDatabase db) {
        set(db);
        assertThat(audit.run(10)).isEqualTo(2);
        assertThat(watch().auditedSeq()).isEqualTo(11);
        assertThat(watch().wholeAt()).isPresent();
        clock.advance(Duration.ofMinutes(10));
        assertThat(audit.run(10)).as("nothing moved").isZero();
        books.contribute(Money.of(500, "EUR"), "more");
        assertThat(audit.run(10)).isEqualTo(1);
        assertThat(asked).endsWith(11L);
        assertThat(watch().auditedSeq()).isEqualTo(12);
        books.contribute(Money.of(500, "EUR"), "and more");
        assertThat(audit.run(10)).as("not before five minutes have gone").isZero();
        clock.advance(Duration.ofHours(25));
        assertThat(audit.run(10)).isEqualTo(2);
        assertThat(asked).endsWith(0L, 0L);
        assertThat(freezes.all(10)).isEmpty();
    }

    @EveryDatabase
    void aWrongBalanceStopsPayoutsAndACleanAuditAloneDoesNotLetThemGoOn(TestDatabase db) {
        set(db);
        audit.run(10);
        books.tamper("update account set balance = balance + 100 where book_id = BOOK and no = 1");
        books.contribute(Money.of(500, "EUR"), "more");
        clock.advance(Duration.ofMinutes(10));
        audit.run(10);
        assertThat(freezes.of(books.pool)).extracting(Freeze::reason).containsExactly(Freeze.Reason.AUDIT);
        assertThat(watch().fault()).contains("states a balance");
        assertThat(freezes.isFrozen(books.flood)).isFalse();
        LiftFreeze lift = new LiftFreeze(audit, freezes);
        assertThat(lift.lift(books.pool)).isPresent();
        assertThat(freezes.isFrozen(books.pool)).isTrue();

        books.tamper("update account set balance = balance - 100 where book_id = BOOK and no = 1");
        clock.advance(Duration.ofMinutes(10));
        assertThat(audit.run(10)).isEqualTo(1);
        assertThat(watch().fault()).isEmpty();
        assertThat(freezes.isFrozen(books.pool)).isTrue();
        assertThat(lift.lift(books.pool)).isEmpty();
        assertThat(freezes.isFrozen(books.pool)).isFalse();
    }

    @EveryDatabase
    void anEditBehindTheAuditorIsFoundByTheDailyAuditAndAtItsEdgeAtOnce(TestDatabase db) {
        set(db);
        audit.run(10);
        books.tamper("update transfer set amount = amount + 1 where book_id = BOOK and seq = 3");
        books.contribute(Money.of(500, "EUR"), "more");
        clock.advance(Duration.ofMinutes(10));
        audit.run(10);
        assertThat(freezes.isFrozen(books.pool))
                .as("what was audited is not read again")
                .isFalse();
        clock.advance(Duration.ofHours(25));
        audit.run(10);
        assertThat(watch().fault()).startsWith("entry 3: ");
        assertThat(freezes.isFrozen(books.pool)).isTrue();
    }

    @EveryDatabase
    void aCutTailAndALostPublishedHeadAreFoundAtOnce(TestDatabase db) {
        set(db);
        IdSource ids = new IdSource(clock, new SecureRandom());
        HeadStore heads = db.store(SqlHeadStore.class);
        SigningKeys keys = new SigningKeys(db.transactions(), heads, new KeySeal("", ids), clock);
        new PublishHeads(db.transactions(), books.store, heads, keys, clock).run(10);
        audit.run(10);
        books.tamper(
                "delete from memo where book_id = BOOK and seq > 9",
                "delete from transfer where book_id = BOOK and seq > 9",
                "update book set head_seq = 9, head_hash = (select hash from transfer where book_id = BOOK and seq = 9)"
                        + " where id = BOOK");
        clock.advance(Duration.ofMinutes(10));
        audit.run(10);
        assertThat(watch().fault()).startsWith("entry 11: ");
        assertThat(freezes.isFrozen(books.pool)).isTrue();
    }

    @EveryDatabase
    void whatDoesNotFitToTheBookStopsPayouts(TestDatabase db) {
        set(db);
        unfit = Optional.of("payout 1 does not stand in the book as its state says");
        audit.run(10);
        assertThat(freezes.of(books.pool).get(0).detail()).startsWith("payout 1");
        assertThat(freezes.isFrozen(books.flood)).isFalse();
        assertThat(new ReadAudits(audits, freezes, new NoNames()).list(new UUID(0, 0), 10))
                .hasSize(2)
                .anyMatch(
                        line -> line.book().equals(books.pool) && line.stopped().size() == 1);
    }

    private static final class NoNames implements BookNames {
        @Override
        public Optional<BookName> bySlug(BookName.Kind kind, String slug) {
            return Optional.empty();
        }

        @Override
        public Optional<BookName> of(UUID book) {
            return Optional.empty();
        }
    }

    private AuditStore.Watch watch() {
        return audits.watch(books.pool).orElseThrow();
    }
}
