package coop.pools.integrations.groups;

import java.util.List;
import java.util.Optional;

/**
 * A place where groups exist already. Every call goes over the network in the name of the person whose token it is
 * given, and must never be made inside a database transaction. Failures are {@link SourceFailure}.
 */
public interface GroupSource {
    /** The word in config.yml and in the API: {@code meetup} or {@code sandbox}. */
    String name();

    /** The groups that the token's person leads, at most 500, ordered by name. */
    List<GroupRef> groupsLedBy(SourceToken token);

    /** One group that the token's person leads; empty when it does not exist or is led by others. */
    Optional<GroupRef> groupLedBy(SourceToken token, String groupId);

    /**
     * One page of a group's active members, leaders included.
     *
     * @param cursor empty for the first page, then {@link RosterPage#next()}
     */
    RosterPage roster(SourceToken token, String groupId, Optional<String> cursor);
}
