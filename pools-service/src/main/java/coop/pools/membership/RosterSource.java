package coop.pools.membership;

import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.kernel.Refused;
import coop.pools.membership.domain.RosterChunk;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a person's groups and their rosters come from: an online source or the person's own uploads. May go over the
 * network, so it is never called inside a transaction. Failures are {@link SourceFailure}, or {@link Refused} when
 * the person must sign in there again.
 */
public interface RosterSource {
    /** The word in the API: {@code meetup}, {@code sandbox} or {@code csv}. */
    String name();

    /** The groups that the person leads, at most 500. */
    List<GroupRef> ledBy(UUID person);

    /** One of them; empty when it does not exist or is not theirs. */
    Optional<GroupRef> ledBy(UUID person, String groupId);

    /** Some of a group's people, from a cursor of the chunk before. */
    RosterChunk read(UUID person, String groupId, Optional<String> cursor);

    /** The roster of this group has been read and is not needed any more. */
    default void forget(UUID person, String groupId) {}
}
