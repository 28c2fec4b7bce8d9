package coop.pools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.ledger.sql.BatchedLedgerStore;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.testing.OneBatch;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two nodes write to several books of one PostgreSQL at the same time. Books are locked in the order of their ids: those
 * of one posting, and those that a batch was told to expect. Where it was not told, two batches can wait for each other:
 * the database ends one of them, which is done again.
 */
class CrossingBooksTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int BOOKS = 4;
    private static final int POSTINGS = Integer.getInteger("pools.crossing.postings", 12);

    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock, new SecureRandom());
    private final List<UUID> books =
            Stream.generate(ids::newId).limit(BOOKS).sorted().toList();

    /** One node: its own connections and its own shared writer. */
    private record Node(TestDatabase db, Ledger ledger) {}

    private Node node(TestDatabase db) {
        return new Node(
                db, new Ledger(new BatchedLedgerStore(db.store(SqlLedgerStore.class), db.jdbiTransactions()), ids));
    }

    /** A node that sees a deadlock soon, and not after PostgreSQL's second. */
    private static TestDatabase quick(TestDatabase db) {
        db.jdbi().useHandle(handle -> {
            String name = handle.createQuery("select current_database()")
                    .mapTo(String.class)
                    .one();
            handle.execute("alter database \"" + name + "\" set deadlock_timeout = '20ms'");
        });
        return db.anotherNode();
    }

    @Test
    void batchesThatLockTheSameBooksCrosswiseAreBothWritten() throws Exception {
        try (TestDatabase db = TestDatabases.postgresql();
                TestDatabase first = quick(db);
                TestDatabase second = quick(db)) {
            openBooks(node(first));
            CountDownLatch both = new CountDownLatch(2);
            Callable<List<Object>> here = crosswise(node(first), books.get(0), books.get(1), both);
            Callable<List<Object>> there = crosswise(node(second), books.get(1), books.get(0), both);
            for (List<Object> answers : atOnce(List.of(here, there))) {
                assertThat(answers).containsExactly(true, true);
            }
            assertThat(node(first).ledger.balance(books.get(0), Accounts.AVAILABLE))
                    .isEqualTo(Money.of(2, "EUR"));
            assertThat(node(first).ledger.balance(books.get(1), Accounts.AVAILABLE))
                    .isEqualTo(Money.of(2, "EUR"));
            assertWhole(first);
        }
    }

    /** A batch that holds one book and waits, before it takes the other one, until the other node holds that. */
    private Callable<List<Object>> crosswise(Node node, UUID one, UUID other, CountDownLatch both) {
        return () -> new OneBatch(node.db)
                .with(() -> node.db.transactions().inSharedTransaction(() -> {
                    boolean posted = node.ledger.post(gift(one, ids.newId()));
                    both.countDown();
                    return posted && awaited(both, Duration.ofMinutes(1));
                }))
                .with(() ->
                        node.db.transactions().inSharedTransaction(() -> node.ledger.post(gift(other, ids.newId()))))
                .run();
    }

    @Test
    void batchesThatAreToldTheirBooksDoNotWaitForEachOtherInACircle() throws Exception {
        try (TestDatabase db = TestDatabases.postgresql();
                TestDatabase first = quick(db);
                TestDatabase second = quick(db)) {
            openBooks(node(first));
            CountDownLatch both = new CountDownLatch(2);
            AtomicInteger begun = new AtomicInteger();
            Callable<List<Object>> here = told(node(first), books.get(0), books.get(1), both, begun);
            Callable<List<Object>> there = told(node(second), books.get(1), books.get(0), both, begun);
            for (List<Object> answers : atOnce(List.of(here, there))) {
                assertThat(answers).containsExactly(true, true);
            }
            assertThat(begun)
                    .as("none was ended by the database and done again")
                    .hasValue(2);
            assertWhole(first);
        }
    }

    /** The other node has none of the books until this one is done: it is waited for only for a while. */
    private Callable<List<Object>> told(Node node, UUID one, UUID other, CountDownLatch both, AtomicInteger begun) {
        return () -> new OneBatch(node.db)
                .with(() -> node.db.transactions().inSharedTransaction(() -> node.ledger.expect(one), () -> {
                    begun.incrementAndGet();
                    boolean posted = node.ledger.post(gift(one, ids.newId()));
                    both.countDown();
                    awaited(both, Duration.ofMillis(300));
                    return posted;
                }))
                .with(() -> node.db
                        .transactions()
                        .inSharedTransaction(
                                () -> node.ledger.expect(other), () -> node.ledger.post(gift(other, ids.newId()))))
                .run();
    }

    @Test
    void splitGiftsAndJointPaymentsOfTwoNodesAreEachBookedOnceOrNotAtAll() throws Exception {
        try (TestDatabase db = TestDatabases.postgresql();
                TestDatabase first = quick(db);
                TestDatabase second = quick(db)) {
            List<Node> nodes = List.of(node(first), node(second));
            openBooks(nodes.get(0));
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                Node node = nodes.get(thread % 2);
                Random random = new Random(thread);
                boolean joint = thread >= 6;
                work.add(() -> {
                    int tries = 0;
                    for (int i = 0; i < POSTINGS; i++) {
                        tries += posted(node, random, joint);
                    }
                    return tries;
                });
            }
            atOnce(work);
            Money all = books.stream()
                    .map(book -> nodes.get(0).ledger.balance(book, Accounts.AVAILABLE))
                    .reduce(Money.zero(EUR), Money::plus);
            assertThat(all).isEqualTo(Money.of(8L * POSTINGS * 2, "EUR"));
            assertWhole(first);
        }
    }

    /** In two books, in either order; done again as a caller would who was told to. @return how often */
    private int posted(Node node, Random random, boolean joint) {
        UUID one = books.get(random.nextInt(BOOKS));
        UUID other = books.stream()
                .filter(book -> !book.equals(one))
                .skip(random.nextInt(BOOKS - 1))
                .findFirst()
                .orElseThrow();
        UUID cause = ids.newId();
        List<Posting> postings = List.of(gift(one, cause), gift(other, cause));
        for (int tries = 1; tries < 50; tries++) {
            try {
                boolean posted = joint
                        ? node.db.transactions().inTransaction(() -> node.ledger.postAll(postings))
                        : node.db.transactions().inSharedTransaction(() -> node.ledger.postAll(postings));
                assertThat(posted).isTrue();
                return tries;
            } catch (Refused refused) {
                assertThat(refused).hasMessage("TRY_AGAIN");
            }
        }
        throw new AssertionError("refused again and again");
    }

    private Posting gift(UUID book, UUID cause) {
        Transfer transfer =
                new Transfer(Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, Money.of(1, "EUR"), "A part of a gift");
        return new Posting(book, new Cause("test", cause), clock.instant(), "processor", List.of(transfer));
    }

    private void openBooks(Node node) {
        node.db
                .transactions()
                .inTransaction(() -> books.forEach(book -> node.ledger.openBook(book, EUR, clock.instant())));
    }

    private void assertWhole(TestDatabase db) {
        VerifyBook verify =
                new VerifyBook(db.transactions(), db.store(SqlLedgerStore.class), db.store(SqlHeadStore.class));
        assertThat(books).allMatch(book -> verify.verify(book).isWhole());
    }

    private static boolean awaited(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(work)) {
            results.add(done.get());
        }
        threads.shutdown();
        return results;
    }
}
