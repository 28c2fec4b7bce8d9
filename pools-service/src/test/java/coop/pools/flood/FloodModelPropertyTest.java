package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.FloodModel.Payment;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.HashChain;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Whatever four Pools and two Floods do, every cent is where the model says, and both sides of each stake agree. */
class FloodModelPropertyTest {
    private static final UUID FOUNDER = new UUID(1, 1);

    private enum Kind {
        CONTRIBUTE,
        JOIN,
        FUND,
        RESERVE,
        PAID,
        RELEASE,
        REVERSE,
        LEAVE
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
                Tuple.of(3, Kind.CONTRIBUTE),
                Tuple.of(6, Kind.JOIN),
                Tuple.of(7, Kind.FUND),
                Tuple.of(7, Kind.RESERVE),
                Tuple.of(2, Kind.PAID),
                Tuple.of(2, Kind.RELEASE),
                Tuple.of(1, Kind.REVERSE),
                Tuple.of(3, Kind.LEAVE));
        Arbitrary<Move> move = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.longs().between(1, 300))
                .as(Move::new);
        return move.list().ofMinSize(10).ofMaxSize(50);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void everyCentIsWhereTheModelSaysOnH2(@ForAll("moves") List<Move> moves) {
        new Run(new Valley(Databases.H2)).play(moves);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.BOUNDED)
    void everyCentIsWhereTheModelSaysOnPostgresql(@ForAll("moves") List<Move> moves) {
        new Run(new Valley(Databases.POSTGRESQL)).play(moves);
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
            for (int i = 0; i < 4; i++) {
                pools.add(valley.pool("pool-" + valley.ids.newId(), "EUR", FOUNDER));
            }
            pools.sort(Comparator.comparing(pool -> pool.id().toString()));
            for (int i = 0; i < 2; i++) {
                floods.add(valley.found(FOUNDER, "Flood " + i, pools.toArray(MemberPool[]::new)));
                model.floods.put(name(i), new FloodModel.Side());
            }
        }

        void play(List<Move> moves) {
            moves.forEach(move -> {
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
                case RESERVE ->
                    same(
                            model.reserve(floodName, move.amount()),
                            () -> payouts.add(valley.reserve(flood, move.amount())));
                default -> settle(move);
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
                held += minor(book, Accounts.AVAILABLE);
            }
            for (int f = 0; f < floods.size(); f++) {
                held += compareFlood(floods.get(f), name(f), books);
            }
            long contributed =
                    model.contributed.values().stream().mapToLong(x -> x).sum();
            assertThat(held).isEqualTo(contributed);
        }

        /** What the Flood holds and what has been paid from it. */
        private long compareFlood(Flood flood, String name, Map<Integer, Map<String, Money>> books) {
            Map<String, Money> book = valley.ledger.accountBalances(flood.id());
            long equity = 0;
            long spent = 0;
            for (int p = 0; p < pools.size(); p++) {
                MemberPool pool = pools.get(p);
                FloodModel.Side side = model.floods.get(name);
                long stake = minor(book, Accounts.stakeOf(pool.slug()));
                long committed = minor(book, Accounts.committedBy(pool.slug()));
                assertThat(stake).isEqualTo(FloodModel.of(side.stakes, name(p)));
                assertThat(committed).isEqualTo(model.committed(name, name(p)));
                assertThat(minor(books.get(p), Accounts.inFlood(flood.slug()))).isEqualTo(stake + committed);
                long expense = minor(books.get(p), Accounts.spentByFlood(flood.slug()));
                assertThat(expense).isEqualTo(FloodModel.of(side.spent, name(p)));
                equity += stake + committed;
                spent += expense;
            }
            long held = minor(book, Accounts.AVAILABLE) + minor(book, Accounts.RESERVED);
            assertThat(held).isEqualTo(equity);
            return held + spent;
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
            return String.valueOf(number);
        }
    }
}
