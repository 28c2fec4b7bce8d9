package coop.pools.bylaws;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps adopted versions and acceptances. Both are only ever inserted. */
public interface BylawsStore {
    /** False when this body has this version already, or this proposal has made one; nothing is written then. */
    boolean insert(BylawsVersion version);

    /** Makes other amendments of this body wait until the transaction ends; false when it has no bylaws. */
    boolean lock(UUID bodyId);

    Optional<BylawsVersion> current(UUID bodyId);

    Optional<BylawsVersion> version(UUID bodyId, int version);

    /** Newest first, below {@code before}, at most {@code limit}. */
    List<VersionHead> heads(UUID bodyId, int before, int limit);

    /** The number of the version that this proposal has made. */
    Optional<Integer> madeBy(UUID bodyId, UUID proposalId);

    /** False when this person has accepted this version already; the first acceptance stays. */
    boolean insert(Acceptance acceptance);

    /** The person's acceptance of the highest version. */
    Optional<Acceptance> latestAcceptance(UUID bodyId, UUID personId);
}
