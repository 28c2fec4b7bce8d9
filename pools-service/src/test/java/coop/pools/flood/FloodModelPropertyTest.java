package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.kernel.Refused;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

/** Whatever twelve Pools and four Floods within each other do, every cent is where the model says, and both sides of each stake agree. */
class FloodModelPropertyTest {
    private static final UUID FOUNDER = new UUID(1, 1);
    private static final int POOLS = 12;
    private static final int FLOODS = 4;
    static final String[] BUCKETS = {"stage", "bread"};

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
        MERGE,
        NEST,
        GIVE_UP,
        PART
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
                Tuple.of(2, Kind.MERGE),
                Tuple.of(5, Kind.NEST),
                Tuple.of(7, Kind.GIVE_UP),
                Tuple.of(1, Kind.PART));
        Arbitrary<Move> move = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, POOLS - 1),
                        Arbitraries.integers().between(0, FLOODS - 1),
                        Arbitraries.longs().between(1, 300))
                .as(Move::new);
        // A few Pools and Floods meet again and again; many only now and then.
        Arbitrary<Move> few = move.map(any -> new Move(any.kind(), any.pool() % 3, any.flood() % 3, any.amount()));
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
        private final ModelCompared compared;

        Run(Valley valley) {
            this.valley = valley;
            compared = new ModelCompared(valley, model, pools, floods);
            UUID[] ids = new UUID[POOLS];
            Arrays.setAll(ids, no -> valley.ids.newId());
            Arrays.sort(ids, Comparator.comparing(UUID::toString));
            for (int i = 0; i < POOLS; i++) {
                UUID[] people = new UUID[i + 1];
                Arrays.setAll(people, no -> new UUID(1, no + 1L));
                pools.add(valley.pool(ids[i], "pool-" + ids[i], "EUR", people));
            }
            for (int i = 0; i < FLOODS; i++) {
                // So that the ids follow each other as the names do.
                valley.clock.advance(Duration.ofSeconds(1));
                Flood flood = valley.found(FOUNDER, "Flood " + i, pools.toArray(MemberPool[]::new));
                floods.add(flood);
                model.floods.put(ModelCompared.name(i), new ModelSide());
                for (String bucket : BUCKETS) {
                    valley.bucket(flood, bucket);
                }
            }
        }

        /** Every other sequence begins where a Flood has money in a larger one that pays. */
        private static final List<Move> NESTED = List.of(
                new Move(Kind.CONTRIBUTE, 0, 0, 300),
                new Move(Kind.CONTRIBUTE, 1, 0, 300),
                new Move(Kind.JOIN, 0, 0, 1),
                new Move(Kind.JOIN, 1, 0, 1),
                new Move(Kind.JOIN, 1, 1, 1),
                new Move(Kind.JOIN, 2, 1, 1),
                new Move(Kind.NEST, 0, 1, 4),
                new Move(Kind.FUND, 0, 0, 101),
                new Move(Kind.FUND, 1, 0, 200),
                new Move(Kind.GIVE_UP, 0, 1, 124),
                new Move(Kind.RESERVE, 1, 1, 77),
                new Move(Kind.PAID, 0, 1, 1));

        void play(List<Move> moves) {
            List<Move> all = new ArrayList<>(moves.size() % 2 == 0 ? NESTED : List.of());
            all.addAll(moves);
            all.forEach(move -> {
                valley.clock.advance(Duration.ofSeconds(1));
                step(move);
                compared.compare();
            });
            pools.forEach(pool -> compared.verifyChain(pool.id()));
            floods.forEach(flood -> compared.verifyChain(flood.id()));
        }

        private void step(Move move) {
            MemberPool pool = pools.get(move.pool());
            Flood flood = floods.get(move.flood());
            String poolName = ModelCompared.name(move.pool());
            String floodName = ModelCompared.name(move.flood());
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
                case NEST, GIVE_UP, PART -> nest(move, flood, floodName);
                default -> settle(move);
            }
        }

        /** One Flood as a member of another one. */
        private void nest(Move move, Flood flood, String floodName) {
            int other = (int) (move.amount() % FLOODS);
            Flood child = floods.get(other);
            switch (move.kind()) {
                case NEST -> same(model.nest(floodName, ModelCompared.name(other)), () -> valley.join(flood, child));
                case GIVE_UP ->
                    same(
                            model.fundThrough(floodName, ModelCompared.name(other), move.amount()),
                            () -> valley.fund(flood, child, move.amount()));
                default -> {
                    boolean allowed = model.leave(floodName, "f" + ModelCompared.name(other));
                    same(allowed, () -> {
                        if (move.pool() % 2 == 0) {
                            valley.leave(flood, child);
                        } else {
                            valley.remove(flood, child);
                        }
                    });
                }
            }
        }

        private static String bucket(Move move) {
            return BUCKETS[(int) move.amount() % 2];
        }

        /** One of the sixteen ways to keep and share money. */
        private void rule(Flood flood, String floodName, long way) {
            ModelSide side = model.floods.get(floodName);
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
            String floodName = ModelCompared.name(move.flood());
            int other = (int) (move.amount() % FLOODS);
            boolean bothCan = other != move.flood()
                    && model.canAct(ModelCompared.name(other))
                    && model.canMerge(floodName, ModelCompared.name(other));
            if (!model.canAct(floodName)) {
                return;
            }
            if (move.kind() == Kind.REMOVE
                    && model.floods.get(floodName).joined.containsKey(ModelCompared.name(move.pool()))) {
                valley.remove(flood, pool);
                model.leave(floodName, ModelCompared.name(move.pool()));
            } else if (move.kind() == Kind.DISSOLVE && move.amount() % 4 == 0) {
                valley.dissolve(flood);
                model.dissolve(floodName);
            } else if (move.kind() == Kind.MERGE && bothCan) {
                valley.merge(flood, floods.get(other));
                model.merge(floodName, ModelCompared.name(other));
            }
        }

        private void settle(Move move) {
            String from = move.kind() == Kind.REVERSE ? "paid" : "reserved";
            for (int i = 0; i < payouts.size(); i++) {
                ModelPayment payment = model.payments.get(i);
                if (payment.state.equals(from)) {
                    settle(move.kind(), payouts.get(i), payment);
                    settleAgain(move.kind(), payouts.get(i));
                    return;
                }
            }
        }

        private void settle(Kind kind, Payout payout, ModelPayment payment) {
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
    }
}
