package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.FloodModel.Payment;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.HashChain;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Whatever twelve Pools and four Floods do, every cent is where the model says, and both sides of each stake agree. */
class FloodModelPropertyTest {
    private static final UUID FOUNDER = new UUID(1, 1);
    private static final int POOLS = 12;
    private static final int FLOODS = 4;
    private static final String[] BUCKETS = {"stage", "bread"};

    private enum Kind {
        CONTRIBUTE,
        JOIN,
        FUND,
        RULE,
        ALLOCATE,
        CLOSE,
        RESERVE,
        PAID,
        RELEASE,
        REVERSE,
        LEAVE,
        REMOVE,
        DISSOLVE,
        MERGE
    }

    private record Move(Kind kind, int pool, int flood, long amount) {}

    /** Made once, when the first property needs it. */
    private static final class Databases {
        static final TestDatabase H2 = TestDatabases.h2();
        static final TestDatabase POSTGRESQL = TestDatabases.postgresql();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(5, Kind.CONTRIBUTE),
                Tuple.of(8, Kind.JOIN),
                Tuple.of(9, Kind.FUND),
                Tuple.of(2, Kind.RULE),
                Tuple.of(4, Kind.ALLOCATE),
                Tuple.of(1, Kind.CLOSE),
                Tuple.of(8, Kind.RESERVE),
                Tuple.of(2, Kind.PAID),
                Tuple.of(2, Kind.RELEASE),
                Tuple.of(1, Kind.REVERSE),
                Tuple.of(3, Kind.LEAVE),
                Tuple.of(1, Kind.REMOVE),
                Tuple.of(1, Kind.DISSOLVE),
                Tuple.of(2, Kind.MERGE));
        Arbitrary<Move> move = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, POOLS - 1),
                        Arbitraries.integers().between(0, FLOODS - 1),
                        Arbitraries.longs().between(1, 300))
                .as(Move::new);
        // A few Pools and Floods meet again and again; many only now and then.
        Arbitrary<Move> few = move.map(any -> new Move(any.kind(), any.pool() % 3, any.flood() % 2, any.amount()));
        return Arbitraries.frequencyOf(Tuple.of(3, few), Tuple.of(1, move))
                .list()
                .ofMinSize(20)
                .ofMaxSize(70);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.BOUNDED)
    void everyCentIsWhereTheModelSaysOnH2(@ForAll("moves") List<Move> moves) {
        new Run(new Valley(Databases.H2)).play(moves);
    }

    @Property(tries = 2, shrinking = ShrinkingMode.BOUNDED)
    void everyCentIsWhereTheModelSaysOnPostgresql(@ForAll("moves") List<Move> moves) {
        new Run(new Valley(Databases.POSTGRESQL)).play(moves);
    }

    /** As many sequences more as {@code -Dpools.flood.rounds} asks for. */
    @Property(tries = 1)
    void andSoItStaysForAsLongAsAsked() {
        for (int round = 0; round < Integer.getInteger("pools.flood.rounds", 0); round++) {
            TestDatabase db = round % 3 == 0 ? Databases.POSTGRESQL : Databases.H2;
            new Run(new Valley(db)).play(moves().sample());
        }
    }

    /** One sequence in the product and in the model at once. */
    private static final class Run {
        private final Valley valley;
        private final FloodModel model = new FloodModel();
        private final List<MemberPool> pools = new ArrayList<>();
        private final List<Flood> floods = new ArrayList<>();
        private final List<Payout> payouts = new ArrayList<>();

        Run(Valley valley) {
            this.valley = valley;
            UUID[] ids = new UUID[POOLS];
            Arrays.setAll(ids, no -> valley.ids.newId());
            Arrays.sort(ids, Comparator.comparing(UUID::toString));
            for (int i = 0; i < POOLS; i++) {
                UUID[] people = new UUID[i + 1];
                Arrays.setAll(people, no -> new UUID(1, no + 1L));
                pools.add(valley.pool(ids[i], "pool-" + ids[i], "EUR", people));
            }
            for (int i = 0; i < FLOODS; i++) {
                Flood flood = valley.found(FOUNDER, "Flood " + i, pools.toArray(MemberPool[]::new));
                floods.add(flood);
                model.floods.put(name(i), new FloodModel.Side());
                for (String bucket : BUCKETS) {
                    valley.bucket(flood, bucket);
                }
            }
        }

        void play(List<Move> moves) {
            moves.forEach(move -> {
                valley.clock.advance(Duration.ofSeconds(1));
                step(move);
                compare();
            });
            pools.forEach(pool -> verifyChain(pool.id()));
            floods.forEach(flood -> verifyChain(flood.id()));
        }

        private void step(Move move) {
            MemberPool pool = pools.get(move.pool());
            Flood flood = floods.get(move.flood());
            String poolName = name(move.pool());
            String floodName = name(move.flood());
            switch (move.kind()) {
                case CONTRIBUTE -> {
                    valley.contribute(pool, move.amount());
                    model.contribute(poolName, move.amount());
                }
                case JOIN -> same(model.join(floodName, poolName), () -> valley.join(flood, pool));
                case FUND ->
                    same(model.fund(floodName, poolName, move.amount()), () -> valley.fund(flood, pool, move.amount()));
                case LEAVE -> same(model.leave(floodName, poolName), () -> valley.leave(flood, pool));
                case RULE -> rule(flood, floodName, move.amount());
                case ALLOCATE -> {
                    String bucket = bucket(move);
                    boolean allowed = model.allocate(floodName, bucket, move.amount());
                    same(allowed, () -> valley.allocate(flood, bucket, move.amount()));
                }
                case CLOSE ->
                    same(model.closeBucket(floodName, bucket(move)), () -> valley.closeBucket(flood, bucket(move)));
                case RESERVE -> {
                    boolean outOfBucket = move.pool() % 3 == 0;
                    Optional<String> bucket = outOfBucket ? Optional.of(bucket(move)) : Optional.empty();
                    boolean allowed = model.reserve(floodName, bucket.orElse("free"), move.amount());
                    same(allowed, () -> payouts.add(valley.reserve(flood, move.amount(), bucket)));
                }
                case REMOVE, DISSOLVE, MERGE -> reshape(move, flood, pool);
                default -> settle(move);
            }
        }

        private static String bucket(Move move) {
            return BUCKETS[(int) move.amount() % 2];
        }

        /** One of the sixteen ways to keep and share money. */
        private void rule(Flood flood, String floodName, long way) {
            FloodModel.Side side = model.floods.get(floodName);
            CostKey key = CostKey.values()[(int) way % 4];
            Fund fund = Fund.values()[(int) way / 4 % 2];
            Shortfall shortfall = Shortfall.values()[(int) way / 8 % 2];
            side.key = List.of("equal", "members", "pledge", "available").get(key.ordinal());
            side.money = fund == Fund.EARMARK ? "kept" : "moved";
            side.othersCover = shortfall == Shortfall.OTHERS_MAY_COVER;
            valley.rule(flood, fund, key, shortfall);
        }

        /** What Floods decide about themselves; only an active one does. */
        private void reshape(Move move, Flood flood, MemberPool pool) {
            String floodName = name(move.flood());
            int other = (int) (move.amount() % FLOODS);
            boolean bothCan = other != move.flood() && model.canAct(name(other));
            if (!model.canAct(floodName)) {
                return;
            }
            if (move.kind() == Kind.REMOVE && model.floods.get(floodName).joined.containsKey(name(move.pool()))) {
                valley.remove(flood, pool);
                model.leave(floodName, name(move.pool()));
            } else if (move.kind() == Kind.DISSOLVE && move.amount() % 4 == 0) {
                valley.dissolve(flood);
                model.dissolve(floodName);
            } else if (move.kind() == Kind.MERGE && bothCan) {
                valley.merge(flood, floods.get(other));
                model.merge(floodName, name(other));
            }
        }

        private void settle(Move move) {
            String from = move.kind() == Kind.REVERSE ? "paid" : "reserved";
            for (int i = 0; i < payouts.size(); i++) {
                Payment payment = model.payments.get(i);
                if (payment.state.equals(from)) {
                    settle(move.kind(), payouts.get(i), payment);
                    settleAgain(move.kind(), payouts.get(i));
                    return;
                }
            }
        }

        private void settle(Kind kind, Payout payout, Payment payment) {
            settleAgain(kind, payout);
            switch (kind) {
                case PAID -> model.paid(payment);
                case RELEASE -> model.release(payment);
                default -> model.reverse(payment);
            }
        }

        private void settleAgain(Kind kind, Payout payout) {
            switch (kind) {
                case PAID -> valley.paid(payout);
                case RELEASE -> valley.release(payout);
                default -> valley.reverse(payout);
            }
        }

        private static void same(boolean allowed, Runnable step) {
            String answer = "done";
            try {
                step.run();
            } catch (Refused refused) {
                answer = refused.getMessage();
            }
            assertThat(answer.equals("done")).as(answer).isEqualTo(allowed);
        }

        private void compare() {
            long held = 0;
            Map<Integer, Map<String, Money>> books = new HashMap<>();
            for (int p = 0; p < pools.size(); p++) {
                Map<String, Money> book =
                        valley.ledger.accountBalances(pools.get(p).id());
                books.put(p, book);
                assertThat(minor(book, Accounts.AVAILABLE)).isEqualTo(FloodModel.of(model.inPool, name(p)));
                held += sum(book, "assets:held:");
            }
            for (int f = 0; f < floods.size(); f++) {
                held += compareFlood(floods.get(f), model.floods.get(name(f)), books);
            }
            long contributed =
                    model.contributed.values().stream().mapToLong(x -> x).sum();
            assertThat(held).isEqualTo(contributed);
        }

        /** What the Flood holds itself and what has been paid from it. */
        private long compareFlood(Flood flood, FloodModel.Side side, Map<Integer, Map<String, Money>> books) {
            Map<String, Money> book = valley.ledger.accountBalances(flood.id());
            long spent = 0;
            Map<Fund, Long> equity = new EnumMap<>(Fund.class);
            for (int p = 0; p < pools.size(); p++) {
                String pool = pools.get(p).slug();
                for (Fund fund : Fund.values()) {
                    String kind = fund == Fund.EARMARK ? "kept " : "moved ";
                    assertThat(minor(book, fund.free(pool))).isEqualTo(side.in(kind + "free", name(p)));
                    assertThat(minor(book, fund.committed(pool))).isEqualTo(side.in(kind + "promised", name(p)));
                    long all = minor(book, fund.free(pool)) + minor(book, fund.committed(pool));
                    for (String bucket : BUCKETS) {
                        long part = minor(book, fund.inBucket(bucket, pool));
                        assertThat(part).isEqualTo(side.in(kind + bucket, name(p)));
                        all += part;
                    }
                    assertThat(minor(books.get(p), fund.atPool(flood.slug()))).isEqualTo(all);
                    equity.merge(fund, all, Long::sum);
                }
                long expense = minor(books.get(p), Accounts.spentByFlood(flood.slug()));
                assertThat(expense).isEqualTo(FloodModel.of(side.spent, name(p)));
                spent += expense;
            }
            assertThat(sum(book, "assets:held:")).isEqualTo(equity.get(Fund.TRANSFER));
            assertThat(sum(book, Accounts.KEPT_BY_POOLS)).isEqualTo(equity.get(Fund.EARMARK));
            assertThat(valley.ledger.balances(flood.id()).total().minorUnits())
                    .isEqualTo(equity.get(Fund.TRANSFER) + equity.get(Fund.EARMARK));
            return sum(book, "assets:held:") + spent;
        }

        private static long sum(Map<String, Money> book, String beginning) {
            return book.entrySet().stream()
                    .filter(account -> account.getKey().startsWith(beginning))
                    .mapToLong(account -> account.getValue().minorUnits())
                    .sum();
        }

        private static long minor(Map<String, Money> book, String account) {
            return book.getOrDefault(account, Valley.eur(0)).minorUnits();
        }

        private void verifyChain(UUID book) {
            byte[] previous = HashChain.genesis(book, Valley.EUR);
            for (Entry entry : valley.ledgerStore.entriesAfter(book, 0, 10_000)) {
                assertThat(entry.hash()).isEqualTo(HashChain.hash(previous, entry));
                previous = entry.hash();
            }
            assertThat(valley.ledgerStore.book(book).orElseThrow().hash()).isEqualTo(previous);
        }

        private static String name(int number) {
            return String.format("%02d", number);
        }
    }
}
