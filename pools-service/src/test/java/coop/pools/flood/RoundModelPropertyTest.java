package coop.pools.flood;

import static coop.pools.flood.RoundHouse.candidate;
import static coop.pools.flood.Valley.eur;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.round.RoundView;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever people of a Flood give in a round, whoever leaves it meanwhile: shares are equal and never exceeded, what the
 * round says is what a model in plain maps says, and every cent stays somewhere.
 */
class RoundModelPropertyTest {
    private static final int PEOPLE = 6;
    private static final String[] BUCKETS = {"stage", "bread", "lights"};
    private static final long[] TARGETS = {700, 250, 90};

    private enum Kind {
        GIVE,
        PART,
        LEAVE,
        END
    }

    private record Move(Kind kind, int person, int bucket, long amount) {}

    /** Made once, when the first property needs it. */
    private static final class Databases {
        static final TestDatabase H2 = TestDatabases.h2();
        static final TestDatabase POSTGRESQL = TestDatabases.postgresql();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(20, Kind.GIVE),
                net.jqwik.api.Tuple.of(2, Kind.PART),
                net.jqwik.api.Tuple.of(1, Kind.LEAVE),
                net.jqwik.api.Tuple.of(1, Kind.END));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, BUCKETS.length - 1),
                        Arbitraries.longs().between(0, 260))
                .as(Move::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.BOUNDED)
    void aRoundSaysWhatTheModelSays(@ForAll("moves") List<Move> moves, @ForAll boolean keepsPartial) {
        new Run(Databases.H2, keepsPartial).play(moves);
    }

    /** As many sequences more as {@code -Dpools.flood.rounds} asks for, on both databases. */
    @Property(tries = 1)
    void andSoItStaysForAsLongAsAsked() {
        for (int round = 0; round < Integer.getInteger("pools.flood.rounds", 0); round++) {
            TestDatabase db = round % 3 == 0 ? Databases.POSTGRESQL : Databases.H2;
            new Run(db, round % 2 == 0).play(moves().sample());
        }
    }

    private static final class Run {
        private final RoundHouse house;
        private final MemberPool[] pools = new MemberPool[3];
        private final BodyRef body;
        private final UUID round;
        private final boolean keepsPartial;
        private final Map<Integer, long[]> model = new HashMap<>();
        private final Set<Integer> parted = new HashSet<>();
        private final Set<Integer> gone = new HashSet<>();
        private boolean over;
        private boolean returned;

        Run(TestDatabase db, boolean keepsPartial) {
            this.keepsPartial = keepsPartial;
            house = new RoundHouse(db, PEOPLE);
            UUID[] people = house.people;
            // Person 2 is in two Pools, person 3 in all of them.
            for (int i = 0; i < 3; i++) {
                UUID[] members = {people[2 * i % 6], people[2 * i + 1], people[3]};
                UUID[] more = i == 0 ? new UUID[] {people[0], people[1], people[2], people[3]} : members;
                pools[i] = house.valley.pool(
                        "pool-" + UUID.nameUUIDFromBytes((people[0] + "" + i).getBytes()),
                        "EUR",
                        Arrays.stream(more).distinct().toArray(UUID[]::new));
            }
            body = house.flood(500, pools);
            round = house.open(
                    body,
                    1_000,
                    keepsPartial,
                    candidate(BUCKETS[0], TARGETS[0], 300),
                    candidate(BUCKETS[1], TARGETS[1], 0),
                    candidate(BUCKETS[2], TARGETS[2], 20));
            assertThat(house.view(round).round().share()).isEqualTo(eur(166));
        }

        private boolean takesPart(int person) {
            boolean[] in = {person < 4, person == 2 || person == 3, person > 2};
            boolean still = false;
            for (int i = 0; i < 3; i++) {
                still |= in[i] && !gone.contains(i);
            }
            return still && !parted.contains(person);
        }

        void play(List<Move> moves) {
            for (Move move : moves) {
                step(move);
                compare();
            }
            if (!over) {
                house.close();
                over = true;
            }
            compare();
            end();
        }

        private void step(Move move) {
            switch (move.kind()) {
                case GIVE -> give(move);
                case PART -> {
                    for (MemberPool pool : pools) {
                        house.valley.pools.part(pool.id(), house.people[move.person()]);
                    }
                    parted.add(move.person());
                }
                case LEAVE -> leave(move.person() % 3);
                case END -> {
                    if (!over && move.amount() > 200) {
                        returned = move.amount() > 230;
                        house.end(body, round, !returned);
                        over = true;
                    }
                }
            }
        }

        private void give(Move move) {
            String name = BUCKETS[move.bucket()];
            long[] mine = model.computeIfAbsent(move.person(), person -> new long[3]);
            long others = Arrays.stream(mine).sum() - mine[move.bucket()];
            long inBucket =
                    model.values().stream().mapToLong(all -> all[move.bucket()]).sum() - mine[move.bucket()];
            boolean may = !over
                    && takesPart(move.person())
                    && others + move.amount() <= 166
                    && inBucket + move.amount() <= TARGETS[move.bucket()];
            boolean same = mine[move.bucket()] == move.amount() && !over && takesPart(move.person());
            boolean done;
            try {
                house.give(move.person(), round, name, move.amount());
                done = true;
            } catch (Refused no) {
                done = false;
            }
            assertThat(done).as(move.toString()).isEqualTo(may || same);
            if (done) {
                mine[move.bucket()] = move.amount();
            }
        }

        /** One of them stays. */
        private void leave(int pool) {
            if (gone.size() < 2 && gone.add(pool)) {
                Flood flood = house.valley.floods.find(body.id()).orElseThrow();
                house.valley.leave(flood, pools[pool]);
            }
        }

        private void compare() {
            long everywhere = house.available(body) + house.pot(round);
            for (String bucket : BUCKETS) {
                everywhere += house.in(body, bucket);
            }
            for (MemberPool pool : pools) {
                everywhere += house.valley.available(pool);
            }
            assertThat(everywhere).as("every cent is somewhere").isEqualTo(1_500);
            RoundView view = house.view(round);
            for (int i = 0; i < BUCKETS.length; i++) {
                int bucket = i;
                assertThat(view.lines().get(i).part().allocated().minorUnits())
                        .isEqualTo(model.values().stream()
                                .mapToLong(all -> all[bucket])
                                .sum());
            }
        }

        private void end() {
            RoundView view = house.view(round);
            model.forEach((person, given) -> assertThat(house.read
                            .one(Caller.of(house.people[person]), round)
                            .mine()
                            .map(mine -> mine.allocated().minorUnits())
                            .orElse(0L))
                    .isEqualTo(Arrays.stream(given).sum()));
            assertThat(house.pot(round)).isZero();
            assertThat(house.valley.balance(
                            body.id(), Accounts.bucket(view.round().potSlug())))
                    .isZero();
            long funded = view.funded().minorUnits();
            assertThat(funded)
                    .isLessThanOrEqualTo(view.round().end().orElseThrow().pot().minorUnits());
            if (returned) {
                assertThat(funded).isZero();
            }
            if (!returned && gone.isEmpty() && parted.isEmpty()) {
                for (int i = 0; i < BUCKETS.length; i++) {
                    int bucket = i;
                    long given = model.values().stream()
                            .mapToLong(all -> all[bucket])
                            .sum();
                    long needed = i == 0 ? 300 : i == 1 ? TARGETS[1] : 20;
                    assertThat(view.lines().get(i).part().funded().orElseThrow().minorUnits())
                            .isEqualTo(keepsPartial || given >= needed ? given : 0);
                }
            }
        }
    }
}
