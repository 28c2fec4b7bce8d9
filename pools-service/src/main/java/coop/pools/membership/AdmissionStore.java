package coop.pools.membership;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who asked to be let in where the members vote on it. Only ever inserted. */
public interface AdmissionStore {
    void insert(UUID proposal, UUID pool, UUID person, Instant at);

    /** What the person asked for last in this Pool. */
    Optional<Asked> latest(UUID pool, UUID person);

    /** A request and its proposal. */
    record Asked(UUID proposalId, Instant askedAt) {}
}
