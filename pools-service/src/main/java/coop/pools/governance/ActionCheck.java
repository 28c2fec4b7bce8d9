package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;

/**
 * One feature's say on whether a body can take an action: each looks only at the actions it knows and refuses what
 * could never be carried out. {@link Bodies#check} asks them all.
 */
public interface ActionCheck {
    void check(BodyRef body, Action action);
}
