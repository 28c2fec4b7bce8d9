package coop.pools.membership;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who asked to be let in where the members vote on it. */
public interface AdmissionStore {
    boolean insert(UUID proposal, UUID pool, UUID person, Instant at);

    /** What the person asked for last in this Pool. */
    Optional<Asked> latest(UUID pool, UUID person);

    /** The person does not want it any more. */
    void withdraw(UUID proposal, Instant at);

    /** The person asks for it anew while its vote runs. */
    void renew(UUID proposal, Instant at);

    /**
     * A request and its proposal.
     *
     * @param withdrawn whether they said themselves that they do not want it any more
     * @param stands whether the person still wants to be let in: they have not taken it back, and have not been a member
     *     since
     */
    record Asked(UUID proposalId, Instant askedAt, boolean withdrawn, boolean stands) {}
}
