package coop.pools.exit;

import coop.pools.exit.domain.CapitalAccount.Lot;
import coop.pools.exit.domain.CapitalAccount.Turn;
import coop.pools.exit.domain.ExitClaim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claims of members who have left, and what a Pool's past says of their shares. */
public interface ExitStore {
    /** All that lowered what a Pool has, in the order in which it happened. */
    List<Turn> turns(UUID pool);

    /** All that was ever given to a Pool and not taken back, after card costs. */
    long given(UUID pool);

    /** What a person has given to a Pool since then and not taken back, after card costs. */
    List<Lot> lots(UUID pool, UUID person, Instant since);

    /** A gift of somebody who has left, as it counts now. @param claim what they got for their stay */
    record PartedLot(UUID claim, Instant at, long amountMinor) {}

    /** What those had given to a Pool, in the stay that ended, who have a claim on it. */
    List<PartedLot> partedLots(UUID pool);

    /**
     * What the claim of somebody who has left stands on.
     *
     * @param amountMinor what was left of their gifts when they left, whatever it was lowered by since
     * @param givenMinor what their gifts came to then
     * @param loweredMinor by how much the claim is lowered
     * @param presentMinor what they come to now
     * @param touched whether any of them was ever refunded or disputed
     * @param undecided whether that is still going on
     */
    record Gifts(
            long amountMinor,
            long givenMinor,
            long loweredMinor,
            long presentMinor,
            boolean touched,
            boolean undecided) {}

    /** Empty where nothing was given by card in that stay. */
    Optional<Gifts> gifts(UUID claim);

    /** Lowers an unsettled claim by so much in all. */
    void lower(UUID claim, long lowered);

    /** Answers 0 when this membership has a claim already. */
    int insert(ExitClaim claim);

    /** Claims of a Pool that are not settled, the oldest first, locked until the transaction ends. */
    List<ExitClaim> lockOpen(UUID pool);

    /** Pools with claims that are due to be looked at, at most so many. */
    List<UUID> due(Instant now, int limit);

    /** When to look again at a Pool's claims. */
    void again(UUID pool, Instant at);

    void settle(UUID claim, Instant at);

    /** What claims of a Pool come to that are not settled, less what payouts hold or have paid of it. */
    long owed(UUID pool);

    /** What payouts to those who left hold or have paid since then. */
    long paidSince(UUID pool, Instant since);

    /** Whether the person has a claim on the Pool since then, and so on what they gave before it. */
    boolean hasParted(UUID pool, UUID person, Instant since);

    Optional<ExitClaim> find(UUID claim);

    /** The newest first, at most so many. */
    List<ExitClaim> ofPool(UUID pool, int limit);

    /** The newest first, at most so many. */
    List<ExitClaim> ofPerson(UUID person, int limit);
}
