package coop.pools.round;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.kernel.Money;
import coop.pools.round.domain.Allocation;
import coop.pools.round.domain.Purse;
import coop.pools.round.domain.Round;
import coop.pools.round.domain.RoundBucket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rounds, who has a share in them, and what they give. */
public interface RoundStore {
    /** Answers 0 and changes nothing when the id is taken. */
    int insert(Round round);

    /** Who has a share, as it is frozen when the round opens. */
    void insertParts(UUID round, List<RosterPart> parts);

    void insertBucket(UUID round, RoundBucket bucket);

    Optional<Round> find(UUID id);

    /** Reads and locks a round until the transaction ends. */
    Optional<Round> lock(UUID id);

    /** All rounds of a body, the newest first. */
    List<Round> ofBody(BodyRef body);

    /** Those of a body that have not ended, the oldest first. */
    List<UUID> running(BodyRef body);

    /** Those that a vote has opened. */
    List<Round> ofProposal(UUID proposal);

    /** Whose time is over, or whose pot is all given; the longest waiting first. */
    List<UUID> due(Instant now, int limit);

    /** Who has a share, as frozen when the round opened. */
    List<RosterPart> parts(UUID round);

    /** In the order of the vote. */
    List<RoundBucket> buckets(UUID round);

    /** Makes a purse unless there is one, and locks it until the transaction ends. */
    Purse lockPurse(UUID round, UUID person);

    Optional<Purse> purse(UUID round, UUID person);

    /** What a person gives now. */
    List<Allocation> of(UUID round, UUID person);

    /**
     * Adds to what a bucket is given, as long as it takes money and does not get more than it can; answers 0 otherwise.
     * The row is locked until the transaction ends.
     */
    int addTo(UUID round, UUID bucket, long delta);

    /** What a person gives a bucket from now on, which may be nothing; the purse with it, and its history. */
    void change(Purse after, UUID bucket, Money amount, Instant at);

    /** From now on {@link #addTo} answers 0; waits for those who are in the middle of it. */
    void shut(UUID round);

    /** The opposite. */
    void open(UUID round);

    /** People who give something, in the order of their ids, beginning after one; at most so many. */
    List<UUID> givers(UUID round, UUID after, int limit);

    /** People who have given all of their share, from one to another in the order of their ids. */
    List<UUID> done(UUID round, UUID first, UUID last);

    /** What this person gave does not count. */
    void drop(UUID round, UUID person);

    /** What buckets have been given by those who count, in the order of the vote. */
    List<Long> counted(UUID round);

    void result(UUID round, UUID bucket, Money counted, Money funded);

    /** Answers 0 when it has ended before. */
    int end(UUID round, Round.End end);

    /** What people give, by person and bucket, beginning after a person; at most so many. */
    List<Allocation> allocations(UUID round, UUID after, int limit);
}
