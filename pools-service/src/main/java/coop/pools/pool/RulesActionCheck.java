package coop.pools.pool;

import coop.pools.bylaws.AmendBylaws;
import coop.pools.bylaws.ChangeRules;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;

/** Lets only such changes of rules and form be decided that the bylaws in force allow and that change something. */
public final class RulesActionCheck implements ActionCheck {
    private final ChangeRules changes;
    private final AmendBylaws amend;

    public RulesActionCheck(ChangeRules changes, AmendBylaws amend) {
        this.changes = changes;
        this.amend = amend;
    }

    /**
     * Looks at {@link Action.ChangeRules} and {@link Action.ChooseLegalForm} only.
     *
     * @throws Refused {@link PoolRefusal#RULES_NOT_OF_A_POOL} in a Flood; otherwise as {@link ChangeRules#check} and
     *     {@link AmendBylaws#checkForm}
     */
    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.ChangeRules change) {
            if (body.kind() != BodyRef.Kind.POOL) {
                throw new Refused(PoolRefusal.RULES_NOT_OF_A_POOL);
            }
            changes.check(body.id(), change.rules());
        }
        if (action instanceof Action.ChooseLegalForm choose && body.kind() == BodyRef.Kind.POOL) {
            amend.checkForm(body.id(), choose.form());
        }
    }
}
