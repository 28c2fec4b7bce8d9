package coop.pools.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.PublishedHead;
import coop.pools.ledger.domain.SignedHead;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

class HeadsTest {
    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock, new SecureRandom());

    @EveryDatabase
    void aHeadIsSignedAndAnyChangeOfItShows(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 3));
        SigningKeys keys = keys(db, "");
        SignedHead head = heads(db, books, keys).present(books.pool);
        byte[] key = keys.all().get(0).publicKey();
        assertThat(head.keyId()).isEqualTo(SigningKeys.idOf(key)).hasSize(16);
        assertThat(head.signature()).hasSize(64);
        assertThat(SigningKeys.isSignedBy(key, head)).isTrue();
        assertThat(new String(head.text(), java.nio.charset.StandardCharsets.UTF_8).lines())
                .startsWith("pools-head-1", books.pool.toString(), "11");
        assertThat(SigningKeys.isSignedBy(key, with(head, head.seq() - 1))).isFalse();
        assertThat(SigningKeys.isSignedBy(new byte[] {1, 2}, head)).isFalse();
        SignedHead unsigned = new SignedHead(head.book(), head.seq(), head.hash(), head.at(), "", new byte[3]);
        assertThat(SigningKeys.isSignedBy(key, unsigned)).isFalse();
    }

    @EveryDatabase
    void oldKeysStayListedAndWhatTheySignedStaysSigned(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 1));
        SigningKeys keys = keys(db, "");
        SignedHead before = heads(db, books, keys).present(books.pool);
        clock.advance(Duration.ofSeconds(1));
        String renewed = keys.renew();
        SignedHead after = heads(db, books, keys).present(books.pool);
        assertThat(after.keyId()).isEqualTo(renewed).isNotEqualTo(before.keyId());
        assertThat(keys.all()).hasSize(2);
        assertThat(keys.all().get(0).retiredAt()).isEmpty();
        assertThat(keys.all().get(1).retiredAt()).isPresent();
        assertThat(SigningKeys.isSignedBy(keys.all().get(1).publicKey(), before))
                .isTrue();
        assertThat(SigningKeys.isSignedBy(keys.all().get(0).publicKey(), before))
                .isFalse();
    }

    @EveryDatabase
    void aSealedKeyNeedsItsSecret(TestDatabase db) {
        keys(db, "the secret").prepare();
        keys(db, "the secret").prepare();
        assertThat(keys(db, "").all()).hasSize(1);
        assertThat(keys(db, "").all().get(0).sealed()).isTrue();
        for (String wrong : List.of("", "another")) {
            assertThatThrownBy(() -> keys(db, wrong).prepare())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("POOLS_SIGNING_SECRET");
        }
    }

    @EveryDatabase
    void aMovedHeadIsPublishedOnceAndAtMostOnceAMinute(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 1));
        SigningKeys keys = keys(db, "");
        PublishHeads publish =
                new PublishHeads(db.transactions(), books.store, db.store(SqlHeadStore.class), keys, clock);
        ReadHeads read = heads(db, books, keys);
        assertThat(publish.run(10)).isEqualTo(1);
        assertThat(publish.run(10)).isZero();
        books.contribute(Money.of(5, "EUR"), "more");
        assertThat(publish.run(10)).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(publish.run(10)).isEqualTo(1);
        assertThat(publish.run(10)).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(publish.run(10)).as("nothing new to say").isZero();
        List<PublishedHead> history = read.history(books.pool, Long.MAX_VALUE, 10);
        assertThat(history).extracting(published -> published.head().seq()).containsExactly(4L, 3L);
        assertThat(history)
                .allMatch(p -> SigningKeys.isSignedBy(keys.all().get(0).publicKey(), p.head()));
        assertThat(read.newest(new java.util.UUID(0, 0), 10))
                .extracting(published -> published.head().seq())
                .containsExactly(4L);
        assertThatThrownBy(() -> db.jdbi().useHandle(h -> h.execute("delete from published_head")))
                .hasMessageContaining("append-only");
    }

    @EveryDatabase
    void aBookWrittenAnewIsFoundByWhatWasPublished(TestDatabase db) {
        BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 2));
        HeadStore heads = db.store(SqlHeadStore.class);
        new PublishHeads(db.transactions(), books.store, heads, keys(db, ""), clock).run(10);
        VerifyBook verify = new VerifyBook(db.transactions(), books.store, heads);
        assertThat(verify.verify(books.pool).fault()).isEmpty();
        books.tamper(
                "delete from memo where book_id = BOOK",
                "delete from transfer where book_id = BOOK",
                "update account set balance = 0 where book_id = BOOK");
        db.jdbi()
                .useHandle(handle -> handle.createUpdate("update book set head_seq = 0, head_hash = :h where id = :id")
                        .bind(
                                "h",
                                coop.pools.ledger.domain.HashChain.genesis(
                                        books.pool, java.util.Currency.getInstance("EUR")))
                        .bind("id", books.pool)
                        .execute());
        assertThat(verify.verify(books.pool).fault().orElseThrow().what()).contains("a published head names 6 entries");
        books.post(SampleBook.of("EUR", 1)).post(SampleBook.of("EUR", 4));
        assertThat(verify.verify(books.pool).fault().orElseThrow().what()).contains("written anew");
        assertThat(verify.verify(books.pool).fault().orElseThrow().seq()).isEqualTo(6);
    }

    private SigningKeys keys(TestDatabase db, String secret) {
        return new SigningKeys(db.transactions(), db.store(SqlHeadStore.class), new KeySeal(secret, ids), clock);
    }

    private static ReadHeads heads(TestDatabase db, BooksInDatabase books, SigningKeys keys) {
        return new ReadHeads(books.store, db.store(SqlHeadStore.class), keys);
    }

    private static SignedHead with(SignedHead head, long seq) {
        return new SignedHead(head.book(), seq, head.hash(), head.at(), head.keyId(), head.signature());
    }
}
