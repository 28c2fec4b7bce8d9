package coop.pools.custody;

import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import coop.pools.membership.ReadMembers;
import java.util.List;
import java.util.UUID;

/** Lets only members be named as stewards, and only stewards be ended; in a Flood only where they are elected. */
public final class StewardActionCheck implements ActionCheck {
    private final ReadStewards stewards;
    private final ReadFloodStewards ofFloods;
    private final ReadMembers members;

    public StewardActionCheck(ReadStewards stewards, ReadFloodStewards ofFloods, ReadMembers members) {
        this.stewards = stewards;
        this.ofFloods = ofFloods;
        this.members = members;
    }

    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.NameSteward name) {
            mayBeNamed(body, name.person());
        }
        if (action instanceof Action.EndSteward end) {
            mayBeEnded(body, end.person());
        }
    }

    void mayBeNamed(BodyRef body, UUID person) {
        requireElecting(body);
        boolean member = isFlood(body) ? ofFloods.isMember(body.id(), person) : members.isMember(body.id(), person);
        if (!member) {
            throw new Refused(CustodyRefusal.STEWARD_NOT_A_MEMBER);
        }
        if (isServing(body, person) && !mayBeNamedAnew(body, person)) {
            throw new Refused(CustodyRefusal.STEWARD_ALREADY);
        }
    }

    void mayBeEnded(BodyRef body, UUID person) {
        requireElecting(body);
        if (!isServing(body, person)) {
            throw new Refused(CustodyRefusal.STEWARD_NOT_ONE);
        }
    }

    boolean isServing(BodyRef body, UUID person) {
        return serving(body).contains(person);
    }

    /** Those whom a vote can end. */
    List<UUID> serving(BodyRef body) {
        return isFlood(body) ? ofFloods.electedNow(body.id()) : stewards.of(body.id());
    }

    private boolean mayBeNamedAnew(BodyRef body, UUID person) {
        return isFlood(body) ? ofFloods.mayBeNamedAnew(body.id(), person) : stewards.mayBeNamedAnew(body.id(), person);
    }

    private void requireElecting(BodyRef body) {
        if (isFlood(body) && !ofFloods.elects(body.id())) {
            throw new Refused(CustodyRefusal.STEWARDS_NOT_ELECTED);
        }
    }

    static boolean isFlood(BodyRef body) {
        return body.kind() == BodyRef.Kind.FLOOD;
    }

    static void requirePool(BodyRef body) {
        if (isFlood(body)) {
            throw new Refused(CustodyRefusal.CUSTODY_OF_POOLS_ONLY);
        }
    }
}
