package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import java.util.List;
import java.util.UUID;

/**
 * One feature's say on whether a body can take an action: each looks only at the actions it knows and refuses what
 * could never be carried out. {@link Bodies#check} asks them all.
 */
public interface ActionCheck {
    void check(BodyRef body, Action action);

    /** Refuses an election that fills more places than there are. */
    default void checkPaper(BodyRef body, BallotPaper paper) {}

    /** People whose own affair an action is, as far as the feature knows; may be empty. */
    default List<UUID> parties(BodyRef body, Action action) {
        return List.of();
    }
}
