package coop.pools.flood;

import coop.pools.flood.FloodModelRun.Kind;
import coop.pools.flood.FloodModelRun.Move;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/**
 * Whatever twelve Pools and four Floods within each other do, in two currencies, every cent is where the model says, and
 * both sides of each stake agree.
 */
class FloodModelPropertyTest {
    /** Made once, when the first property needs it. */
    private static final class Databases {
        static final TestDatabase H2 = TestDatabases.h2();
        static final TestDatabase POSTGRESQL = TestDatabases.postgresql();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(5, Kind.FOUND),
                Tuple.of(5, Kind.CONTRIBUTE),
                Tuple.of(3, Kind.DISPUTE),
                Tuple.of(2, Kind.GIVE_BACK),
                Tuple.of(7, Kind.JOIN),
                Tuple.of(8, Kind.FUND),
                Tuple.of(3, Kind.PLEDGE),
                Tuple.of(1, Kind.END_PLEDGE),
                Tuple.of(4, Kind.MONTH),
                Tuple.of(2, Kind.RULE),
                Tuple.of(4, Kind.ALLOCATE),
                Tuple.of(1, Kind.CLOSE),
                Tuple.of(4, Kind.ROUND),
                Tuple.of(7, Kind.GIVE),
                Tuple.of(2, Kind.END_ROUND),
                Tuple.of(7, Kind.RESERVE),
                Tuple.of(2, Kind.PAID),
                Tuple.of(2, Kind.RELEASE),
                Tuple.of(1, Kind.REVERSE),
                Tuple.of(3, Kind.LEAVE),
                Tuple.of(1, Kind.REMOVE),
                Tuple.of(1, Kind.DISSOLVE),
                Tuple.of(2, Kind.MERGE),
                Tuple.of(3, Kind.SPLIT),
                Tuple.of(5, Kind.NEST),
                Tuple.of(6, Kind.GIVE_UP),
                Tuple.of(3, Kind.STOP),
                Tuple.of(3, Kind.GO_ON),
                Tuple.of(4, Kind.SEND),
                Tuple.of(4, Kind.ARRIVE),
                Tuple.of(3, Kind.SEND_HOME),
                Tuple.of(3, Kind.COME_HOME),
                Tuple.of(3, Kind.TAKE_HOME),
                Tuple.of(1, Kind.PART));
        Arbitrary<Move> move = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, FloodModelRun.POOLS - 1),
                        Arbitraries.integers().between(0, FloodModelRun.FLOODS - 1),
                        Arbitraries.longs().between(1, 300))
                .as(Move::new);
        // A few Pools and Floods meet again and again; many only now and then; and those of another currency.
        Arbitrary<Move> few = move.map(any -> new Move(any.kind(), any.pool() % 3, any.flood() % 3, any.amount()));
        Arbitrary<Move> yen = move.map(any -> new Move(any.kind(), any.pool() % 3 * 4 + 3, 3, any.amount()));
        return Arbitraries.frequencyOf(Tuple.of(8, few), Tuple.of(2, move), Tuple.of(1, yen))
                .list()
                .ofMinSize(20)
                .ofMaxSize(55);
    }

    @Property(tries = 6, shrinking = ShrinkingMode.BOUNDED)
    void everyCentIsWhereTheModelSaysOnH2(@ForAll("moves") List<Move> moves) {
        new FloodModelRun(Databases.H2).play(moves);
    }

    @Property(tries = 2, shrinking = ShrinkingMode.BOUNDED)
    void everyCentIsWhereTheModelSaysOnPostgresql(@ForAll("moves") List<Move> moves) {
        new FloodModelRun(Databases.POSTGRESQL).play(moves);
    }

    /** As many sequences more as {@code -Dpools.flood.rounds} asks for. */
    @Property(tries = 1)
    void andSoItStaysForAsLongAsAsked() {
        for (int round = 0; round < Integer.getInteger("pools.flood.rounds", 0); round++) {
            TestDatabase db = round % 3 == 0 ? Databases.POSTGRESQL : Databases.H2;
            new FloodModelRun(db).play(moves().sample());
        }
    }
}
