package coop.pools.flood;

import coop.pools.flood.domain.ByHand;
import coop.pools.flood.domain.Pledge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pledges and what they took. */
public interface PledgeStore {
    /** 0 when the vote has made its pledge already. */
    int insert(Pledge pledge);

    Optional<Pledge> find(UUID id);

    /** Reads and locks a pledge until the transaction ends. */
    Optional<Pledge> lock(UUID id);

    /** Writes everything that can change; the row must be locked. */
    void save(Pledge pledge);

    /** Ends the open ones of a Pool to a Flood; both must be locked. */
    void endAll(UUID flood, UUID pool, Instant at);

    /** Those to be carried out, the longest due first. */
    List<UUID> due(Instant now, int limit);

    /** All of a Pool to all Floods, the oldest first; at most 200. */
    List<Pledge> ofPool(UUID pool);

    /** All of all Pools to a Flood, the oldest first; at most 500. */
    List<Pledge> ofFlood(UUID flood);

    /** 0 when this month has been carried out already. */
    int insertMonth(Taken taken);

    /** What was carried out for a pledge, the newest month first; at most 120. */
    List<Taken> months(UUID pledge);

    /** The month's sum is handed over by this payout. */
    void handedOver(UUID pledge, String inMonth, UUID payout);

    /**
     * What all pledges of a Pool to a Flood took since a moment, in the smallest unit; without what could not be sent or
     * came back.
     */
    long takenSince(UUID flood, UUID pool, Instant since);

    /**
     * A month that was carried out; amounts in the smallest unit.
     *
     * @param inMonth like {@code 2026-11}
     * @param cameIn in that month; 0 for one sum given once
     * @param share of it by the pledge alone
     * @param taken after every limit
     * @param tooSmall whether it was less than anybody can be asked to send
     * @param byHand how stewards hand it over; empty where they need not
     */
    record Taken(
            UUID pledge,
            String inMonth,
            long cameIn,
            long share,
            long taken,
            Instant takenAt,
            boolean tooSmall,
            Optional<ByHand> byHand) {
        static Taken of(Pledge pledge, PledgeSizes.Size size, Instant at) {
            return new Taken(
                    pledge.id(),
                    pledge.nextMonth().toString(),
                    size.cameIn().minorUnits(),
                    size.share().minorUnits(),
                    size.taken().minorUnits(),
                    at,
                    size.tooSmall(),
                    Optional.empty());
        }
    }
}
