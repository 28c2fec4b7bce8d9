package coop.pools.membership;

import coop.pools.membership.domain.RosterRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** People of the group who may join. One row for each person of a source in a Pool, however often it is imported. */
public interface RosterInvitationStore {
    String OPEN = "open";
    String JOINED = "joined";
    String DECLINED = "declined";

    /** Keeps those that are not there yet; the others stay as they are. */
    void insertAll(UUID pool, String source, List<RosterRow> rows, Instant at);

    /** Answers an open invitation and erases name and e-mail address; answers 0 when none is open. */
    int settle(UUID pool, String source, String subject, String state, Instant at);

    /** Answers the open invitations of people who are members already. */
    int settleMembers(UUID pool, Instant at);

    /** Open invitations for an account, newest first, at most 200. */
    List<Waiting> waiting(String source, String subject);

    /** How many there are in each state. */
    List<StateCount> counts(UUID pool);

    /** An open invitation. */
    record Waiting(UUID poolId, String groupRole, Instant invitedAt) {}

    /** How many invitations are in a state. */
    record StateCount(String state, long people) {}
}
