package coop.pools.membership;

import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Secrets;
import coop.pools.kernel.Transactions;
import coop.pools.membership.domain.LinkInvitation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes an invitation by a secret link, good for thirty days. The secret is answered once and never kept. */
public final class Invite {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int MOST_LIVE = 100;

    private final Transactions transactions;
    private final LinkInvitationStore store;
    private final MembershipStore members;
    private final IdSource ids;
    private final Clock clock;

    public Invite(
            Transactions transactions, LinkInvitationStore store, MembershipStore members, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.members = members;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The invitation and its secret. Asked again with the same id, the invitation gets a new secret and the first one
     * is worth nothing any more.
     *
     * @param email whom it is for, then good for one person; empty: for everybody who has the link
     * @throws Refused {@link MembershipRefusal#NOT_A_MEMBER}, {@link MembershipRefusal#TOO_MANY_INVITATIONS} or
     *     {@link MembershipRefusal#INVITATION_GONE} when the id is another's
     */
    public Made invite(Caller caller, UUID pool, UUID id, Optional<String> email) {
        UUID person = caller.require(Scope.ORGANISE);
        return transactions.inTurn(person, () -> {
            if (members.present(pool, person).isEmpty()) {
                throw new Refused(MembershipRefusal.NOT_A_MEMBER);
            }
            Instant now = clock.instant();
            if (store.live(pool, person, now).size() >= MOST_LIVE) {
                throw new Refused(MembershipRefusal.TOO_MANY_INVITATIONS);
            }
            String secret = ids.newSecret();
            byte[] hash = Secrets.hash(secret);
            LinkInvitation invitation =
                    new LinkInvitation(id, pool, email, person, now, now.plus(LIFE), Optional.empty(), 0);
            if (store.insert(invitation, hash) == 0 && store.renew(id, pool, person, hash, now.plus(LIFE)) == 0) {
                throw new Refused(MembershipRefusal.INVITATION_GONE);
            }
            return new Made(invitation, secret);
        });
    }

    /** An invitation and the secret of its link. */
    public record Made(LinkInvitation invitation, String secret) {}
}
