package coop.pools.custody;

import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import coop.pools.membership.ReadMembers;
import java.util.Map;
import java.util.UUID;

/**
 * Lets only members be named as stewards, no more of them at once than there are places, and only stewards be ended; in a
 * Flood only where they are elected.
 */
public final class StewardActionCheck implements ActionCheck {
    private final StewardPlaces places;
    private final ReadFloodStewards ofFloods;
    private final ReadMembers members;

    public StewardActionCheck(StewardPlaces places, ReadFloodStewards ofFloods, ReadMembers members) {
        this.places = places;
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

    @Override
    public void checkPaper(BodyRef body, BallotPaper paper) {
        boolean names = paper.options().stream().anyMatch(option -> option.action() instanceof Action.NameSteward);
        if (names && paper.seats() > places.open(body)) {
            throw new Refused(
                    CustodyRefusal.STEWARD_PLACES,
                    Map.of("field", "seats", "most", places.most(body), "open", places.open(body)));
        }
    }

    void mayBeNamed(BodyRef body, UUID person) {
        requireElecting(body);
        boolean member = isFlood(body) ? ofFloods.isMember(body.id(), person) : members.isMember(body.id(), person);
        if (!member) {
            throw new Refused(CustodyRefusal.STEWARD_NOT_A_MEMBER);
        }
        if (places.isServing(body, person) && !places.mayBeNamedAnew(body, person)) {
            throw new Refused(CustodyRefusal.STEWARD_ALREADY);
        }
    }

    void mayBeEnded(BodyRef body, UUID person) {
        requireElecting(body);
        if (!places.isServing(body, person)) {
            throw new Refused(CustodyRefusal.STEWARD_NOT_ONE);
        }
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
