package coop.pools.membership;

import coop.pools.identity.IdentityStore;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.membership.domain.LinkInvitation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Settles the invitations of a person who joins or declines: those that were imported for their accounts, and the link
 * they come by. Works inside the caller's transaction. Names and addresses from the roster are erased either way.
 */
public final class AnswerInvitations {
    private final RosterInvitationStore rosters;
    private final LinkInvitationStore links;
    private final ReadPeople people;
    private final Clock clock;

    public AnswerInvitations(RosterInvitationStore rosters, LinkInvitationStore links, ReadPeople people, Clock clock) {
        this.rosters = rosters;
        this.links = links;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Whether there was an invitation.
     *
     * @param linkSecret the secret of a link; empty when they come without
     * @throws Refused {@link MembershipRefusal#INVITATION_GONE} when the link is not good for this Pool now
     */
    public boolean joined(UUID pool, UUID person, Optional<String> linkSecret) {
        boolean byLink = linkSecret.isPresent();
        linkSecret.ifPresent(secret -> use(pool, secret));
        return settle(pool, person, RosterInvitationStore.JOINED) > 0 || byLink;
    }

    /** How many invitations were declined: 0 when none was waiting. */
    public int declined(UUID pool, UUID person) {
        return settle(pool, person, RosterInvitationStore.DECLINED);
    }

    private int settle(UUID pool, UUID person, String state) {
        int settled = 0;
        for (IdentityStore.Account account : people.accountsOf(person)) {
            settled += rosters.settle(pool, account.provider(), account.subject(), state, clock.instant());
        }
        return settled;
    }

    private void use(UUID pool, String secret) {
        Instant now = clock.instant();
        LinkInvitation link = links.byToken(Secrets.hash(secret))
                .filter(found -> found.poolId().equals(pool) && found.isGood(now))
                .orElseThrow(() -> new Refused(MembershipRefusal.INVITATION_GONE));
        if (links.countUse(link.id(), now) == 0) {
            throw new Refused(MembershipRefusal.INVITATION_GONE);
        }
    }
}
