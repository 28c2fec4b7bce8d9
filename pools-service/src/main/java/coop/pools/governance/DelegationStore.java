package coop.pools.governance;

import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps who votes for whom; only ever adds. Call {@link #append} under the lock of the body's rosters. */
public interface DelegationStore {
    void append(UUID body, Delegation delegation);

    /** The latest revision, ended ones included. */
    Optional<Delegation> latest(UUID body, UUID person, Topic topic);

    /** The latest revision of each person and topic as of a moment (exclusive), in the order of persons and topics. */
    List<Delegation> asOf(UUID body, Instant before);

    /**
     * All revisions on these topics that were given before a moment, and whether they hold at it; in no order.
     *
     * @param topics the narrowest first
     */
    void each(UUID body, List<Topic> topics, Instant at, RawVote.Delegations each);

    /** A number that grows with every delegation in the body. */
    long version(UUID body);

    /** When the next one of the body's delegations ends by its time; those that were ended before may be among them. */
    Optional<Instant> nextEnd(UUID body, Instant after);

    /** How often a person has named a delegate in a body since a moment (inclusive), on any topic. */
    long givenSince(UUID body, UUID person, Instant since);

    /** On how many topics a person has ever named a delegate in a body, or ended one. */
    long topics(UUID body, UUID person);

    /** Whether anybody ever delegated in the body. */
    boolean any(UUID body);
}
