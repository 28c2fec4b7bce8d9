package coop.pools.exit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.exit.domain.CapitalAccount.Lot;
import coop.pools.exit.domain.CapitalAccount.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Shares of a Pool whose past changes: gifts are undone after their giver was paid out, and payments still wait. */
class PartingPropertyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PEOPLE = 4;

    @Property(tries = 500)
    void allSharesTogetherNeverComeToMoreThanThePoolOwns(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int steps) {
        Lived pool = new Lived(new Random(seed));
        for (int step = 0; step < steps; step++) {
            String what = pool.step();
            long sum = pool.shares().stream().mapToLong(Long::longValue).sum();
            assertThat(sum)
                    .as("after %s, in step %d, of %d", what, step, pool.owned)
                    .isLessThanOrEqualTo(Math.max(0, pool.owned));
            assertThat(pool.shares()).allMatch(share -> share >= 0);
        }
    }

    @Property(tries = 500)
    void leavingNeverLowersWhatAnotherGetsWhoAgreedToNoMore(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int steps) {
        Lived pool = new Lived(new Random(seed));
        for (int step = 0; step < steps; step++) {
            pool.step();
        }
        List<Long> before = pool.shares();
        boolean bears = pool.agreed.contains(0);
        pool.leave(0);
        for (int person = 1; person < PEOPLE; person++) {
            if (bears || !pool.agreed.contains(person)) {
                assertThat(pool.share(person)).isGreaterThanOrEqualTo(before.get(person) - 1);
            }
        }
    }

    @Property(tries = 300)
    void aPaymentAllAgreedToTakesNothingMoreWhenItIsMade(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int leaving) {
        Lived pool = new Lived(new Random(seed));
        for (int person = 0; person < PEOPLE; person++) {
            pool.give(person, 1_000 + pool.random.nextInt(100_000));
        }
        pool.agree(1 + pool.random.nextInt((int) pool.owned), Set.of(0, 1, 2, 3));
        List<Long> before = pool.shares();
        for (int person = 0; person < leaving; person++) {
            pool.leave(person);
        }
        pool.pay();
        long sum = 0;
        for (int person = leaving; person < PEOPLE; person++) {
            assertThat(pool.share(person)).isBetween(before.get(person) - 1, before.get(person) + 3);
            sum += pool.share(person);
        }
        assertThat(pool.owned - sum).as("what belongs to nobody").isBetween(0L, (long) PEOPLE);
    }

    @Example
    void aGiftUndoneAfterItWasPaidOutIsBorneByThoseWhoAreLeft() {
        Lived pool = new Lived(new Random(1));
        for (int person = 0; person < 3; person++) {
            pool.give(person, 9_825);
        }
        pool.leave(0);
        assertThat(pool.shares()).containsExactly(0L, 9_825L, 9_825L, 0L);
        pool.undo(pool.gifts.get(0));
        assertThat(pool.owned).isEqualTo(9_825);
        assertThat(pool.shares()).containsExactly(0L, 4_912L, 4_912L, 0L);
        pool.give(3, 1_000);
        assertThat(pool.share(3)).as("who gives later bears nothing of it").isEqualTo(1_000);
        pool.leave(1);
        assertThat(pool.share(2)).isEqualTo(4_912);
    }

    @Example
    void whatALeavingMemberLeavesForAPaymentIsSpentOnIt() {
        Lived pool = new Lived(new Random(1));
        pool.give(0, 9_825);
        pool.give(1, 9_825);
        pool.agree(6_000, Set.of(0, 1));
        assertThat(pool.shares()).startsWith(6_825L, 6_825L);
        pool.leave(0);
        assertThat(pool.share(1)).isEqualTo(6_825);
        pool.pay();
        assertThat(pool.share(1)).isEqualTo(6_825).isEqualTo(pool.owned);
    }

    /** A gift; when it is undone it counts as never given. */
    private static final class Gift {
        private final int person;
        private final Instant at;
        private final long amount;
        private boolean undone;

        Gift(int person, Instant at, long amount) {
            this.person = person;
            this.at = at;
            this.amount = amount;
        }

        Lot lot() {
            return new Lot(at, amount);
        }
    }

    /** Something that took money out. @param gifts those for which an exit was */
    private record Out(Turn.Kind kind, Instant at, long amount, UUID cause, List<Gift> gifts) {}

    /** A Pool whose turns are read anew each time, as the application does. */
    private static final class Lived {
        private final Random random;
        private final List<Gift> gifts = new ArrayList<>();
        private final List<Out> outs = new ArrayList<>();
        private final Map<Integer, Instant> joined = new HashMap<>();
        private final Set<Integer> agreed = new HashSet<>();
        private long promised;
        private long owned;
        private int clock;

        Lived(Random random) {
            this.random = random;
        }

        String step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> give(random.nextInt(PEOPLE + 1), 1 + random.nextInt(10_000));
                case 4 -> leave(random.nextInt(PEOPLE));
                case 5 -> {
                    return undoAny();
                }
                case 6 -> wrongly();
                case 7 -> pay();
                case 8 -> spend(owned <= 0 ? 0 : 1 + (long) (random.nextDouble() * owned));
                default -> agreeAny();
            }
            return outs.isEmpty() ? "give" : outs.get(outs.size() - 1).kind().toString();
        }

        void give(int person, long amount) {
            gifts.add(new Gift(person, now(), amount));
            owned += amount;
        }

        private String undoAny() {
            if (!gifts.isEmpty()) {
                undo(gifts.get(random.nextInt(gifts.size())));
            }
            return "undo";
        }

        void undo(Gift gift) {
            owned -= gift.undone ? 0 : gift.amount;
            gift.undone = true;
        }

        /** A dispute that is won: what was undone is back. */
        private void wrongly() {
            gifts.stream().filter(gift -> gift.undone).findFirst().ifPresent(gift -> {
                gift.undone = false;
                owned += gift.amount;
            });
        }

        private void agreeAny() {
            if (promised == 0 && owned > 0) {
                Set<Integer> who = new HashSet<>();
                IntStream.range(0, PEOPLE)
                        .filter(person -> random.nextInt(4) > 0)
                        .forEach(who::add);
                agree(1 + (long) (random.nextDouble() * (owned - 1)), who);
            }
        }

        void agree(long amount, Set<Integer> who) {
            promised = amount;
            agreed.addAll(who);
        }

        /** Not made where money is missing. */
        void pay() {
            if (promised <= owned) {
                spend(promised);
            }
            promised = 0;
            agreed.clear();
        }

        private void spend(long amount) {
            outs.add(new Out(Turn.Kind.LOSS, now(), amount, new UUID(0, clock), List.of()));
            owned -= amount;
        }

        void leave(int person) {
            long share = share(person);
            Instant at = now();
            if (share > 0) {
                outs.add(new Out(Turn.Kind.EXIT, at, share, new UUID(1, clock), theirs(person)));
                owned -= share;
            }
            joined.put(person, now());
        }

        private List<Gift> theirs(int person) {
            Instant since = joined.getOrDefault(person, START);
            return gifts.stream()
                    .filter(gift -> gift.person == person && !gift.at.isBefore(since))
                    .toList();
        }

        long share(int person) {
            List<Turn> turns = new ArrayList<>();
            Map<UUID, List<Lot>> parted = new HashMap<>();
            for (Out out : outs) {
                turns.add(new Turn(out.kind(), out.at(), out.amount(), givenUntil(out.at()), out.cause()));
                parted.put(out.cause(), lots(out.gifts()));
            }
            CapitalAccount account = new CapitalAccount(turns, parted, givenUntil(Instant.MAX));
            long left = account.left(lots(theirs(person)), owned);
            return left - account.borne(left, agreed.contains(person) ? promised : 0, owned);
        }

        List<Long> shares() {
            return IntStream.range(0, PEOPLE).mapToObj(this::share).toList();
        }

        private static List<Lot> lots(List<Gift> gifts) {
            return gifts.stream().filter(gift -> !gift.undone).map(Gift::lot).toList();
        }

        private long givenUntil(Instant at) {
            return gifts.stream()
                    .filter(gift -> !gift.undone && !gift.at.isAfter(at))
                    .mapToLong(gift -> gift.amount)
                    .sum();
        }

        private Instant now() {
            clock++;
            return START.plusSeconds(clock);
        }
    }
}
