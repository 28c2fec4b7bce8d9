package coop.pools.flood;

import coop.pools.flood.ReadLevels.Above;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Stay;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One Pool in one Flood, as both show it; a Flood that belongs to a larger one is shown in the same way.
 *
 * @param standing what it has in the Flood
 * @param invitation the vote that was opened in it when the Flood was founded
 * @param stay the last one; empty while it has never joined
 * @param above its part of what the Flood has in each larger one, where that was asked for
 */
public record PoolInFlood(
        Member pool, Place place, Standing standing, UUID invitation, Optional<Stay> stay, List<Above> above) {
    public PoolInFlood {
        above = List.copyOf(above);
    }

    /** The same with its part of what the Flood has in larger ones. */
    PoolInFlood with(List<Above> parts) {
        return new PoolInFlood(pool, place, standing, invitation, stay, parts);
    }

    /** Where a Pool stands. */
    public enum Place {
        /** Its vote is still to be decided. */
        INVITED,
        /** Its vote did not pass, or could not be carried out; it may vote again. */
        DECLINED,
        JOINED,
        /** It has left; it may vote to come back. */
        LEFT,
        /** The others have parted from it; to come back takes their consent too. */
        PARTED;

        /** The word in the API: who was parted from has left too. */
        public String word() {
            return this == PARTED ? LEFT.word() : shown();
        }

        /** The word on pages. */
        public String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a Pool has in a Flood; each zero or more.
     *
     * @param stake free to be spent for anything
     * @param inBuckets its part of the Flood's buckets
     * @param committed its part of payments that are on their way
     * @param inLarger its part of what the Flood has in larger ones and is not promised there
     * @param earmarked how much of what is in this Flood itself it keeps in its own custody
     */
    public record Standing(Money stake, Money inBuckets, Money committed, Money inLarger, Money earmarked) {
        static Standing of(Holding holding) {
            return new Standing(
                    holding.stake(),
                    holding.inBuckets(),
                    holding.allCommitted(),
                    holding.inLarger(),
                    holding.here(Fund.EARMARK));
        }

        /** All four. */
        public Money all() {
            return stake.plus(inBuckets).plus(committed).plus(inLarger);
        }
    }

    /** When it joined or left; empty while neither has happened. */
    public Optional<Instant> since() {
        return stay.map(last -> last.leftAt().orElse(last.joinedAt()));
    }

    /** The vote by which it belongs to the Flood, or last did; before that the one on its invitation. */
    public UUID joinedBy() {
        return stay.map(Stay::joinedBy).orElse(invitation);
    }

    /** Free to be spent for anything. */
    public Money stake() {
        return standing.stake();
    }

    /** Its part of payments that are on their way. */
    public Money committed() {
        return standing.committed();
    }

    /**
     * The parts that Pools have in all that is in a Flood, in whole parts of {@code whole} that add up to it, by the
     * method that divides costs too; zero for all when there is nothing.
     */
    public static List<Long> shares(List<PoolInFlood> places, long whole) {
        List<Long> all = places.stream()
                .map(place -> place.standing().all().minorUnits())
                .toList();
        if (all.stream().allMatch(part -> part == 0)) {
            return all;
        }
        Money parts = new Money(whole, places.get(0).stake().currency());
        return MoneySplit.byWeights(parts, all).stream().map(Money::minorUnits).toList();
    }

    public boolean isJoined() {
        return place == Place.JOINED;
    }
}
