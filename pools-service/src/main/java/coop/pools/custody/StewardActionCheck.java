package coop.pools.custody;

import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import coop.pools.membership.ReadMembers;
import java.util.UUID;

/** Lets only members be named as stewards, and only stewards be ended. */
public final class StewardActionCheck implements ActionCheck {
    private final ReadStewards stewards;
    private final ReadMembers members;

    public StewardActionCheck(ReadStewards stewards, ReadMembers members) {
        this.stewards = stewards;
        this.members = members;
    }

    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.NameSteward name) {
            requirePool(body);
            mayBeNamed(body.id(), name.person());
        }
        if (action instanceof Action.EndSteward end) {
            requirePool(body);
            mayBeEnded(body.id(), end.person());
        }
    }

    void mayBeNamed(UUID pool, UUID person) {
        if (!members.isMember(pool, person)) {
            throw new Refused(CustodyRefusal.STEWARD_NOT_A_MEMBER);
        }
        if (stewards.isSteward(pool, person) && !stewards.mayBeNamedAnew(pool, person)) {
            throw new Refused(CustodyRefusal.STEWARD_ALREADY);
        }
    }

    void mayBeEnded(UUID pool, UUID person) {
        if (!stewards.isSteward(pool, person)) {
            throw new Refused(CustodyRefusal.STEWARD_NOT_ONE);
        }
    }

    boolean isServing(UUID pool, UUID person) {
        return stewards.isSteward(pool, person);
    }

    int serving(UUID pool) {
        return stewards.of(pool).size();
    }

    static void requirePool(BodyRef body) {
        if (body.kind() != BodyRef.Kind.POOL) {
            throw new Refused(CustodyRefusal.CUSTODY_OF_POOLS_ONLY);
        }
    }
}
