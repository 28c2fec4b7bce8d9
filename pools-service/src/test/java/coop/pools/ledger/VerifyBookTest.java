package coop.pools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Fault;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

class VerifyBookTest {
    private static final String WHERE = " where book_id = BOOK and seq = 5";

    @EveryDatabase
    void aBookAsWrittenVerifies(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 6));
        Verdict verdict = verify(db, books);
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(22);
        assertThat(verdict.hash())
                .isEqualTo(books.store.book(books.pool).orElseThrow().hash());
        assertThat(new VerifyBook(db.transactions(), books.store, db.store(SqlHeadStore.class))
                        .verify(books.flood)
                        .fault())
                .isEmpty();
    }

    @EveryDatabase
    void aRowEditedInTheDatabaseIsNamed(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 6));
        books.tamper();
        Map<String, String> edits = Map.of(
                "amount", "amount + 1",
                "debit_no", "4",
                "credit_no", "2",
                "booked_at", "booked_at + interval '1' second",
                "actor", "'person:somebody'",
                "cause_kind", "'other'",
                "cause_id", "book_id",
                "leg", "7",
                "hash", "memo_hash",
                "memo_hash", "hash");
        edits.forEach((column, edit) -> {
            books.tamper(
                    "create table kept as select * from transfer" + WHERE,
                    "update transfer set " + column + " = " + edit + WHERE);
            assertThat(fault(db, books).seq()).as(column).isEqualTo(5);
            books.tamper(
                    "update transfer set " + column + " = (select " + column + " from kept)" + WHERE,
                    "drop table kept");
            assertThat(verify(db, books).fault()).as(column + " put back").isEmpty();
        });
    }

    @EveryDatabase
    void wordsChangedInTheDatabaseAreNamedAndErasedOnesAreNot(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 6));
        books.tamper(
                "insert into memo_erasure (book_id, seq, erased_at) select book_id, seq, booked_at from transfer"
                        + " where book_id = BOOK and seq = 1",
                "delete from memo where book_id = BOOK and seq = 1");
        assertThat(verify(db, books).fault()).isEmpty();
        books.tamper("create table kept_memo as select * from memo" + WHERE, "delete from memo" + WHERE);
        assertThat(fault(db, books).seq()).isEqualTo(5);
        assertThat(fault(db, books).what()).contains("no erasure");
        books.tamper("insert into memo select * from kept_memo");
        books.tamper("update memo set text = 'other words'" + WHERE);
        assertThat(fault(db, books).seq()).isEqualTo(5);
    }

    @EveryDatabase
    void aDeletedRowIsNamed(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 6));
        books.tamper("delete from memo" + WHERE, "delete from transfer" + WHERE);
        assertThat(fault(db, books).seq()).isEqualTo(5);
        assertThat(fault(db, books).what()).contains("missing");
    }

    @EveryDatabase
    void aCutTailIsNamed(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 6));
        books.tamper(
                "delete from memo where book_id = BOOK and seq >= 20",
                "delete from transfer where book_id = BOOK and seq >= 20");
        assertThat(fault(db, books).seq()).isEqualTo(20);
    }

    @EveryDatabase
    void insertedRowsAreNamedWhereverTheyStand(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 6));
        for (int seq : new int[] {23, 0, -4}) {
            books.tamper(
                    "insert into transfer select book_id, " + seq + ", cause_kind, book_id, leg, debit_no, credit_no,"
                            + " amount, booked_at, actor, memo_hash, hash from transfer" + WHERE);
            assertThat(fault(db, books).seq()).as("at " + seq).isEqualTo(seq > 0 ? seq : 1);
            books.tamper("delete from transfer where book_id = BOOK and seq = " + seq);
        }
        assertThat(verify(db, books).fault()).isEmpty();
    }

    @EveryDatabase
    void ofTwoSwappedRowsTheFirstIsNamed(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 6));
        books.tamper(
                "delete from memo where book_id = BOOK and seq in (5, 9)",
                "update transfer set seq = 99 where book_id = BOOK and seq = 5",
                "update transfer set seq = 5 where book_id = BOOK and seq = 9",
                "update transfer set seq = 9 where book_id = BOOK and seq = 99");
        assertThat(fault(db, books).seq()).isEqualTo(5);
    }

    @EveryDatabase
    void anEditedHeadIsFound(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 6));
        books.tamper("update book set head_seq = 21, head_hash ="
                + " (select hash from transfer where book_id = BOOK and seq = 21) where id = BOOK");
        assertThat(fault(db, books).seq()).isEqualTo(22);
        books.tamper("update book set head_seq = 22 where id = BOOK");
        assertThat(fault(db, books).what()).contains("another hash");
        books.tamper("update book set head_seq = 30 where id = BOOK");
        assertThat(fault(db, books).seq()).isEqualTo(23);
    }

    @EveryDatabase
    void anEditedAccountIsFound(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 6));
        books.tamper(
                "update account set balance = balance + 1 where book_id = BOOK and name = 'assets:held:available'");
        assertThat(fault(db, books).words()).contains("assets:held:available");
        books.tamper(
                "update account set balance = balance - 1 where book_id = BOOK and name = 'assets:held:available'");
        assertThat(verify(db, books).fault()).isEmpty();
        books.tamper("update account set name = 'expenses:gifts' where book_id = BOOK and name = 'expenses:card-fees'");
        assertThat(fault(db, books).seq()).isEqualTo(2);
        books.tamper(
                "update account set name = 'expenses:card-fees' where book_id = BOOK and name = 'expenses:gifts'",
                "insert into account (book_id, no, name, guarded, balance) values (BOOK, 99, 'assets:secret', true, 5)");
        assertThat(fault(db, books).words()).contains("assets:secret");
        books.tamper(
                "delete from account where book_id = BOOK and no = 99",
                "update account set guarded = false where book_id = BOOK and name = 'assets:held:pending'");
        assertThat(fault(db, books).words()).contains("not guarded");
    }

    @EveryDatabase
    void aBookVerifiesWhileItIsWrittenTo(TestDatabase db) throws Exception {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 30));
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(2);
        Runnable write = () -> {
            while (!stop.get()) {
                books.contribute(Money.of(7, "EUR"), "meanwhile");
            }
        };
        List<Future<?>> writing = List.of(writers.submit(write), writers.submit(write));
        for (int i = 0; i < 25; i++) {
            assertThat(verify(db, books).fault()).isEmpty();
        }
        stop.set(true);
        for (Future<?> writer : writing) {
            writer.get();
        }
        writers.shutdown();
        Verdict last = verify(db, books);
        assertThat(last.fault()).isEmpty();
        assertThat(last.entries()).isGreaterThan(100);
    }

    @EveryDatabase
    void aBookLongerThanAChunkVerifies(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "JPY").post(SampleBook.of("JPY", 300));
        assertThat(verify(db, books).fault()).isEmpty();
        assertThat(verify(db, books).entries()).isEqualTo(300 * 3 + 100 * 2);
    }

    private static Verdict verify(TestDatabase db, BooksInDatabase books) {
        return new VerifyBook(db.transactions(), books.store, db.store(SqlHeadStore.class)).verify(books.pool);
    }

    private static Fault fault(TestDatabase db, BooksInDatabase books) {
        return verify(db, books).fault().orElseThrow(() -> new AssertionError("not noticed"));
    }
}
