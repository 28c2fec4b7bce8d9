package coop.pools.membership;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.util.UUID;

/** Says no to the invitations that wait for the caller in a Pool; what the roster said about them is erased. */
public final class DeclineInvitation {
    private final Transactions transactions;
    private final AnswerInvitations invitations;

    public DeclineInvitation(Transactions transactions, AnswerInvitations invitations) {
        this.transactions = transactions;
        this.invitations = invitations;
    }

    /** How many invitations were declined: 0 when none was waiting, or they were declined before. */
    public int decline(Caller caller, UUID pool) {
        UUID person = caller.require(Scope.VOTE);
        return transactions.inTransaction(() -> invitations.declined(pool, person));
    }
}
