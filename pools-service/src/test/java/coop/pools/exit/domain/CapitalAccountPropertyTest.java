package coop.pools.exit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.exit.domain.CapitalAccount.Lot;
import coop.pools.exit.domain.CapitalAccount.Turn;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is left of what people gave, against a Pool that is played out gift by gift in exact fractions. */
class CapitalAccountPropertyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PEOPLE = 4;
    private static final UUID CAUSE = new UUID(0, 0);

    @Property(tries = 300)
    void sharesAreExactNeverTooMuchAndNobodyLosesByAnExit(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int steps) {
        Played pool = new Played(new Random(seed));
        for (int step = 0; step < steps; step++) {
            pool.step();
            long sum = 0;
            for (int person = 0; person < PEOPLE; person++) {
                long share = pool.share(person);
                Fraction exact = pool.exact(person);
                assertThat(share).isNotNegative();
                assertThat(exact.isBetween(share, share + 1))
                        .as("%d of %s", share, exact)
                        .isTrue();
                sum += share;
            }
            assertThat(sum).as("never more than there is").isLessThanOrEqualTo(pool.total);
        }
    }

    @Property(tries = 300)
    void nobodyLosesBecauseSomebodyLeaves(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int steps) {
        Played pool = new Played(new Random(seed));
        for (int step = 0; step < steps; step++) {
            pool.step();
        }
        List<Long> before = pool.shares();
        pool.leave(0);
        for (int person = 1; person < PEOPLE; person++) {
            assertThat(pool.share(person)).isGreaterThanOrEqualTo(before.get(person));
        }
        assertThat(pool.share(0)).isZero();
    }

    @Example
    void whoGivesAfterMoneyWasSpentBearsNothingOfIt() {
        List<Turn> turns = List.of(new Turn(Turn.Kind.LOSS, at(2), 60, 100, CAUSE));
        CapitalAccount account = new CapitalAccount(turns, Map.of(), 200);
        assertThat(account.left(List.of(new Lot(at(1), 100)), 140)).isEqualTo(40);
        assertThat(account.left(List.of(new Lot(at(3), 100)), 140)).isEqualTo(100);
    }

    @Example
    void whatIsOwedIsBorneByWhoGivesNext() {
        List<Turn> turns = List.of(new Turn(Turn.Kind.LOSS, at(2), 120, 100, CAUSE));
        CapitalAccount account = new CapitalAccount(turns, Map.of(), 200);
        assertThat(account.left(List.of(new Lot(at(1), 100)), 80)).isZero();
        assertThat(account.left(List.of(new Lot(at(3), 100)), 80)).isEqualTo(80);
    }

    @Example
    void whatIsMissingIsBorneByAll() {
        CapitalAccount account = new CapitalAccount(List.of(), Map.of(), 200);
        assertThat(account.left(List.of(new Lot(at(1), 100)), 50)).isEqualTo(25);
        assertThat(account.left(List.of(new Lot(at(1), 100)), -5)).isZero();
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    /** A Pool in which every gift is kept by itself. Person 0 to 3 are members; 4 stands for guests. */
    private static final class Played {
        private final Random random;
        private final List<Turn> turns = new ArrayList<>();
        private final Map<UUID, List<Lot>> parted = new HashMap<>();
        private final List<List<Lot>> lots = new ArrayList<>();
        private final List<Fraction> worth = new ArrayList<>();
        private long total;
        private long given;
        private int clock;

        Played(Random random) {
            this.random = random;
            for (int person = 0; person <= PEOPLE; person++) {
                lots.add(new ArrayList<>());
                worth.add(Fraction.ZERO);
            }
        }

        void step() {
            clock++;
            int what = random.nextInt(10);
            if (what < 6 || total == 0) {
                give(random.nextInt(PEOPLE + 1), 1 + random.nextInt(10_000));
            } else if (what < 9) {
                spend(random.nextInt(12) == 0 ? total : 1 + (long) (random.nextDouble() * (total - 1)));
            } else {
                leave(random.nextInt(PEOPLE));
            }
        }

        private void give(int person, long amount) {
            lots.get(person).add(new Lot(at(clock), amount));
            worth.set(person, worth.get(person).plus(new Fraction(BigInteger.valueOf(amount), BigInteger.ONE)));
            total += amount;
            given += amount;
        }

        private void spend(long amount) {
            for (int person = 0; person <= PEOPLE; person++) {
                worth.set(person, worth.get(person).times(total - amount, total));
            }
            turns.add(new Turn(Turn.Kind.LOSS, at(clock), amount, given, CAUSE));
            total -= amount;
        }

        void leave(int person) {
            clock++;
            long share = share(person);
            if (share > 0) {
                UUID claim = new UUID(1, clock);
                parted.put(claim, List.copyOf(lots.get(person)));
                turns.add(new Turn(Turn.Kind.EXIT, at(clock), share, given, claim));
                total -= share;
            }
            // What is less than the smallest coin stays in the Pool, like a guest's gift.
            worth.set(
                    PEOPLE,
                    worth.get(PEOPLE)
                            .plus(worth.get(person).minus(new Fraction(BigInteger.valueOf(share), BigInteger.ONE))));
            worth.set(person, Fraction.ZERO);
            lots.get(person).clear();
        }

        long share(int person) {
            return new CapitalAccount(turns, parted, given).left(lots.get(person), total);
        }

        List<Long> shares() {
            List<Long> shares = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                shares.add(share(person));
            }
            return shares;
        }

        Fraction exact(int person) {
            return worth.get(person);
        }
    }

    /** An exact fraction. */
    private record Fraction(BigInteger over, BigInteger under) {
        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

        Fraction plus(Fraction other) {
            return reduced(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction minus(Fraction other) {
            return plus(new Fraction(other.over.negate(), other.under));
        }

        Fraction times(long part, long whole) {
            return reduced(over.multiply(BigInteger.valueOf(part)), under.multiply(BigInteger.valueOf(whole)));
        }

        private static Fraction reduced(BigInteger over, BigInteger under) {
            BigInteger divisor = over.gcd(under).max(BigInteger.ONE);
            return new Fraction(over.divide(divisor), under.divide(divisor));
        }

        /** But for a hair: see {@link CapitalAccount}. */
        boolean isBetween(long least, long most) {
            Fraction hair = new Fraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(32));
            return plus(hair).minus(whole(least)).over.signum() >= 0
                    && minus(hair).minus(whole(most)).over.signum() <= 0;
        }

        private static Fraction whole(long number) {
            return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
        }
    }
}
