package coop.pools.membership;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.UUID;

/** Ends one of the caller's own invitations at once. */
public final class RevokeInvitation {
    private final Transactions transactions;
    private final LinkInvitationStore store;
    private final Clock clock;

    public RevokeInvitation(Transactions transactions, LinkInvitationStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** @throws Refused {@link MembershipRefusal#INVITATION_GONE} when it is another's, or revoked before */
    public void revoke(Caller caller, UUID pool, UUID id) {
        UUID person = caller.require(Scope.ORGANISE);
        int revoked = transactions.inTransaction(() -> store.revoke(id, pool, person, clock.instant()));
        if (revoked == 0) {
            throw new Refused(MembershipRefusal.INVITATION_GONE);
        }
    }
}
