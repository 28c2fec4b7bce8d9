package coop.pools.pool;

import coop.pools.bylaws.ChangeRules;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;

/** Lets only such changes of rules be decided that the bylaws in force allow and that change something. */
public final class RulesActionCheck implements ActionCheck {
    private final ChangeRules changes;

    public RulesActionCheck(ChangeRules changes) {
        this.changes = changes;
    }

    /**
     * Looks at {@link Action.ChangeRules} only.
     *
     * @throws Refused {@link PoolRefusal#RULES_NOT_OF_A_POOL} in a Flood; otherwise as {@link ChangeRules#check}
     */
    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.ChangeRules change) {
            if (body.kind() != BodyRef.Kind.POOL) {
                throw new Refused(PoolRefusal.RULES_NOT_OF_A_POOL);
            }
            changes.check(body.id(), change.rules());
        }
    }
}
