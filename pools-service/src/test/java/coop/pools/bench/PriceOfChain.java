package coop.pools.bench;

import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.EntryHashes;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signed webhooks into two hot Pools on PostgreSQL, one of whose books is hash-chained and one is not. Without HTTP, so
 * that the chain's share is larger than it is in the product.
 */
final class PriceOfChain implements Scenario {
    private static final long FREE_AT = 4_102_444_800L;

    /** Neither the entries nor the words of their memos are hashed. */
    private static final class Unchained implements EntryHashes {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public byte[] commitment(byte[] salt, String text) {
            return Arrays.copyOf(salt, 32);
        }

        @Override
        public byte[] hash(byte[] previous, Entry entry) {
            return Arrays.copyOf(Integer.toString(count.incrementAndGet()).getBytes(StandardCharsets.UTF_8), 32);
        }
    }

    private static final int TURNS = 12;

    /** How many in how long, and what they cost in microseconds of processor time. */
    private record Taken(long count, double seconds, double cpu) {
        double perSecond() {
            return count / seconds;
        }

        double cpuEach() {
            return cpu / count;
        }

        Taken plus(Taken more) {
            return new Taken(count + more.count, seconds + more.seconds, cpu + more.cpu);
        }
    }

    private record Delivery(byte[] body, String signature) {}

    private Settings settings;
    private BenchDatabase database;
    private BenchDatabase.Stores stores;
    private MoneyHouse chained;
    private MoneyHouse unchained;
    private HotBook chainedBook;
    private HotBook unchainedBook;
    private double lastRate;

    @Override
    public String name() {
        return "With the chain and without it, on PostgreSQL";
    }

    @Override
    public void open(Settings chosen) throws Exception {
        settings = chosen;
        database = BenchDatabase.postgresql();
        stores = database.stores();
        TestDatabase db = new TestDatabase(
                "PostgreSQL",
                database.url(),
                database.user(),
                database.password(),
                stores.jdbi(),
                stores.transactions(),
                () -> {});
        chained = new MoneyHouse(db);
        unchained = new MoneyHouse(db, new Unchained());
        chainedBook = new HotBook(database, chained.pool.id());
        unchainedBook = new HotBook(database, unchained.pool.id());
        for (int i = 0; i < 2; i++) {
            take(chained, chainedBook, settings.warm() / 4);
            lastRate = take(unchained, unchainedBook, settings.warm() / 4).perSecond();
        }
    }

    /** In short turns, each of both the first as often: the machine's pace changes by more than the chain costs. */
    @Override
    public void round(int number, Round round) throws Exception {
        int count = (int) (lastRate * settings.seconds()) / TURNS;
        Taken with = new Taken(0, 0, 0);
        Taken without = new Taken(0, 0, 0);
        for (int turn = 0; turn < TURNS; turn++) {
            boolean chainFirst = turn % 2 == 0;
            with = chainFirst ? with.plus(take(chained, chainedBook, count)) : with;
            without = without.plus(take(unchained, unchainedBook, count));
            with = chainFirst ? with : with.plus(take(chained, chainedBook, count));
        }
        lastRate = without.perSecond();
        round.say(
                "webhooks: with the chain %,.0f/s (%.0f us each), without it %,.0f/s (%.0f us each, database too)",
                with.perSecond(), with.cpuEach(), without.perSecond(), without.cpuEach());
        round.ratio(Goal.G5, with.perSecond() / without.perSecond());
    }

    private double cpu() {
        return CpuTime.of(ProcessHandle.current().pid()) + database.cpu();
    }

    private Taken take(MoneyHouse house, HotBook book, int count) throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        List<Delivery> deliveries = deliveries(house, book.begin(count));
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < settings.connections(); i++) {
            work.add(() -> {
                int done = 0;
                for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                    Delivery delivery = deliveries.get(at);
                    house.webhook.take(delivery.body(), delivery.signature(), false);
                    done++;
                }
                return done;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(settings.connections());
        try {
            double cpu = cpu();
            long start = System.nanoTime();
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
            return new Taken(count, (System.nanoTime() - start) / 1e9, cpu() - cpu);
        } finally {
            threads.shutdown();
        }
    }

    private static List<Delivery> deliveries(MoneyHouse house, List<UUID> contributions) {
        List<Delivery> deliveries = new ArrayList<>();
        for (UUID contribution : contributions) {
            byte[] body = StripeEvents.settled(
                            "evt_" + contribution,
                            contribution,
                            "pi_" + contribution,
                            SignedWebhooks.MINOR,
                            SignedWebhooks.FEE,
                            FREE_AT)
                    .getBytes(StandardCharsets.UTF_8);
            deliveries.add(new Delivery(body, house.signer.sign(body, false)));
        }
        return deliveries;
    }

    @Override
    public List<String> broken() throws Exception {
        List<String> broken = new ArrayList<>(chainedBook.broken());
        broken.removeIf(words -> words.startsWith("events:"));
        return broken;
    }

    @Override
    public void close() throws IOException {
        if (stores != null) {
            stores.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
