package coop.pools.membership;

import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.RosterPage;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceToken;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A source that fails as it is told to, once for each failure, and otherwise answers as the one behind it. */
public final class TroubledSource implements GroupSource {
    /** In the place of a failure: one call is answered as usual. */
    public static final SourceFailure ANSWER = new SourceFailure(SourceFailure.Kind.UNAVAILABLE, "answered as usual");

    private final GroupSource behind;
    private final Queue<SourceFailure> failures = new ArrayDeque<>();

    public TroubledSource(GroupSource behind) {
        this.behind = behind;
    }

    public synchronized void failWith(SourceFailure failure) {
        failures.add(failure);
    }

    private synchronized void answer() {
        SourceFailure failure = failures.poll();
        if (failure != null && failure != ANSWER) {
            throw failure;
        }
    }

    @Override
    public String name() {
        return behind.name();
    }

    @Override
    public List<GroupRef> groupsLedBy(SourceToken token) {
        answer();
        return behind.groupsLedBy(token);
    }

    @Override
    public Optional<GroupRef> groupLedBy(SourceToken token, String groupId) {
        answer();
        return behind.groupLedBy(token, groupId);
    }

    @Override
    public RosterPage roster(SourceToken token, String groupId, Optional<String> cursor) {
        answer();
        return behind.roster(token, groupId, cursor);
    }
}
