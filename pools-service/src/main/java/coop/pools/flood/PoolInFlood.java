package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One Pool in one Flood, as both show it.
 *
 * @param stake what is left of what it gave, free to be spent
 * @param committed its part of payments that are on their way
 * @param invitation the vote that was opened in it when the Flood was founded
 * @param since when it joined or left; empty while neither has happened
 */
public record PoolInFlood(
        MemberPool pool, Place place, Money stake, Money committed, UUID invitation, Optional<Instant> since) {

    /** Where a Pool stands. */
    public enum Place {
        /** Its vote is still to be decided. */
        INVITED,
        /** Its vote did not pass, or could not be carried out; it may vote again. */
        DECLINED,
        JOINED,
        /** It has left; it may vote to come back. */
        LEFT;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isJoined() {
        return place == Place.JOINED;
    }
}
