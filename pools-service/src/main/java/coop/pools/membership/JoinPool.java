package coop.pools.membership;

import coop.pools.bylaws.Acceptance;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import coop.pools.membership.domain.Membership;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the caller a member, by their own yes to the bylaws. Calling it is the yes: the caller says which text they
 * have read by its hash, or takes the one in force.
 *
 * <p>Somebody who is a member already stays one: nothing changes. Whoever left may return and begins anew. Invitations
 * from the group's roster that wait for the caller's accounts are thereby answered.
 */
public final class JoinPool {
    private final Transactions transactions;
    private final Roster roster;
    private final JoinTerms terms;
    private final AnswerInvitations invitations;

    public JoinPool(Transactions transactions, Roster roster, JoinTerms terms, AnswerInvitations invitations) {
        this.transactions = transactions;
        this.roster = roster;
        this.terms = terms;
        this.invitations = invitations;
    }

    /**
     * The caller's membership, new or present.
     *
     * @throws Refused NOT_FOUND, BYLAWS_CHANGED, {@link MembershipRefusal#POOL_FULL},
     *     {@link MembershipRefusal#POOL_EMPTY}, REMOVED_BY_VOTE, ADMISSION_BY_VOTE, INVITATION_NEEDED or {@link MembershipRefusal#INVITATION_GONE}
     */
    public Joined join(Caller caller, UUID pool, Yes yes) {
        UUID person = caller.require(Scope.VOTE);
        return transactions.inTransaction(() -> {
            Roster.Held held = roster.hold(pool);
            Optional<Membership> present = held.present(person);
            if (present.isPresent()) {
                return new Joined(present.get(), false, terms.accepted(pool, person));
            }
            boolean invited = invitations.joined(pool, person, yes.invitation());
            if (!invited && held.isDeserted() && !held.wasEver(person)) {
                throw new Refused(MembershipRefusal.POOL_EMPTY);
            }
            requireOpen(held, pool, person, invited);
            Acceptance acceptance = terms.accept(pool, person, yes.sha256());
            Membership membership = held.enter(person, terms.memberCap(pool));
            return new Joined(membership, true, Optional.of(acceptance));
        });
    }

    /**
     * What somebody says who joins.
     *
     * @param sha256 of the bylaws they have read; empty: those in force
     * @param invitation the secret of an invitation link; empty when they come without
     */
    public record Yes(Optional<String> sha256, Optional<String> invitation) {
        public static Yes toTextInForce() {
            return new Yes(Optional.empty(), Optional.empty());
        }
    }

    /** Who founded a Pool that all have left needs nobody's yes. */
    private void requireOpen(Roster.Held held, UUID pool, UUID person, boolean invited) {
        if (held.wasRemoved(person)) {
            throw new Refused(MembershipRefusal.REMOVED_BY_VOTE);
        }
        String admission = held.isDeserted() ? "" : terms.admission(pool);
        if (admission.equals(JoinTerms.BY_VOTE)) {
            throw new Refused(MembershipRefusal.ADMISSION_BY_VOTE);
        }
        if (admission.equals(JoinTerms.BY_INVITATION) && !invited) {
            throw new Refused(MembershipRefusal.INVITATION_NEEDED);
        }
    }

    /** @param isNew false when the caller was a member already */
    public record Joined(Membership membership, boolean isNew, Optional<Acceptance> acceptance) {}
}
