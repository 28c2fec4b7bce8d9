package coop.pools.round;

import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.Money;
import coop.pools.round.domain.Round;
import java.time.Instant;
import java.util.UUID;

/**
 * How the money of rounds moves in the book of one kind of body: in a Pool's own, or in a Flood's, where each part stays
 * some Pool's. The pot stands among the buckets, and is home again where they are: when a Pool ends, or leaves a Flood.
 * Called inside a transaction; each step is booked once.
 */
public interface RoundBooks {
    /** The causes, in every book. */
    String OPENED = "round-opened";

    String FUNDED = "round-funded";
    String RETURNED = "round-returned";

    /** Holds what has to be held before the rosters are: Floods come before Pools, and books after them. */
    default void holdAround(UUID book) {}

    /** Holds what has to be held before a round's row is. */
    void hold(UUID book);

    /** @throws coop.pools.kernel.Refused INSUFFICIENT_FUNDS or FLOOD_SHORTFALL, and nothing moves */
    void setAside(Round round, Instant now);

    /** What is in the pot. */
    Money inPot(Round round);

    /** From the pot into a bucket; an amount above zero. */
    void fund(Reason reason, Bucket bucket, Money amount);

    /** What is left in the pot can be spent for anything again. */
    void giveBack(Reason reason);

    /** @param by the vote that moves it */
    record Reason(Round round, UUID by, Instant at) {
        public String actor() {
            return "proposal:" + by;
        }
    }
}
