package coop.pools.membership;

import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import java.util.UUID;

/** Lets only those be admitted who asked and are outside, and only members be put out. */
public final class MemberActionCheck implements ActionCheck {
    private final ReadMembers members;
    private final AdmissionStore admissions;

    public MemberActionCheck(ReadMembers members, AdmissionStore admissions) {
        this.members = members;
        this.admissions = admissions;
    }

    /** @throws Refused ALREADY_A_MEMBER, NOT_ASKED, REQUEST_WITHDRAWN or PERSON_NOT_A_MEMBER; Floods have no members of their own */
    @Override
    public void check(BodyRef body, Action action) {
        if (body.kind() != BodyRef.Kind.POOL) {
            return;
        }
        if (action instanceof Action.AdmitMember admit) {
            mayBeAdmitted(body.id(), admit.person());
        }
        if (action instanceof Action.RemoveMember remove && !members.isMember(body.id(), remove.person())) {
            throw new Refused(MembershipRefusal.PERSON_NOT_A_MEMBER);
        }
    }

    private void mayBeAdmitted(UUID pool, UUID person) {
        if (members.isMember(pool, person)) {
            throw new Refused(MembershipRefusal.ALREADY_A_MEMBER);
        }
        AdmissionStore.Asked asked =
                admissions.latest(pool, person).orElseThrow(() -> new Refused(MembershipRefusal.NOT_ASKED));
        if (!asked.stands()) {
            throw new Refused(MembershipRefusal.REQUEST_WITHDRAWN);
        }
    }
}
