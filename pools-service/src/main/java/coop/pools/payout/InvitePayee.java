package coop.pools.payout;

import coop.pools.governance.Bodies;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Secrets;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Invites someone to be paid by a Pool or Flood, by a link that a member passes on. Only a hash of the link's secret is
 * kept; asking again makes a new link and ends the old one.
 */
public final class InvitePayee {
    static final Duration LINK_LIFE = Duration.ofDays(30);

    private final PayoutDesk desk;
    private final PayeeStore payees;
    private final Bodies bodies;
    private final IdSource ids;
    private final PayeeLinks links;

    public InvitePayee(PayoutDesk desk, PayeeStore payees, Bodies bodies, IdSource ids, PayeeLinks links) {
        this.desk = desk;
        this.payees = payees;
        this.bodies = bodies;
        this.ids = ids;
        this.links = links;
    }

    /** Whom to invite; the id comes with the form or the idempotency key. */
    public record Invitation(UUID id, BodyRef.Kind kind, String slug, String name, Optional<String> email) {}

    /** A payee and the link to pass on, which is shown this once. */
    public record Invited(Payee payee, String onboardingUrl) {}

    /** @throws Refused NOT_FOUND, MEMBERS_ONLY, PAYEE_EXISTS, SIGN_IN_REQUIRED or SCOPE_MISSING */
    public Invited invite(Caller caller, Invitation invitation) {
        UUID person = caller.require(Scope.ORGANISE);
        BodyRef body = bodies.bySlug(invitation.kind(), invitation.slug())
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        requireMember(body, person);
        Instant now = desk.clock().instant();
        Payee wanted = new Payee(
                invitation.id(),
                body,
                Optional.empty(),
                invitation.name(),
                invitation.email(),
                Currency.getInstance(bodies.read(body).currency()),
                Optional.empty(),
                Optional.empty(),
                PayeeState.INVITED,
                Backoff.none(),
                person,
                now);
        String secret = ids.newSecret();
        return desk.transactions().inTransaction(() -> {
            if (payees.insert(wanted, Secrets.hash(secret), now.plus(LINK_LIFE)) == 0) {
                requireSame(payees.lock(wanted.id()).orElseThrow(), wanted);
                payees.renewInvite(wanted.id(), Secrets.hash(secret), now.plus(LINK_LIFE));
            }
            return new Invited(payees.find(wanted.id()).orElseThrow(), links.onboarding(wanted.id(), secret));
        });
    }

    /**
     * A new link for a payee who cannot be paid yet. Only who invited them makes one: whoever has the link names the
     * bank account, and any member could otherwise take the place of the payee that was voted on.
     *
     * @throws Refused NOT_FOUND, MEMBERS_ONLY, INVITER_ONLY or PAYEE_READY
     */
    public Invited again(Caller caller, UUID id) {
        UUID person = caller.require(Scope.ORGANISE);
        String secret = ids.newSecret();
        return desk.transactions().inTransaction(() -> {
            Payee payee = payees.lock(id)
                    .filter(found -> !payees.isHolder(id))
                    .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            if (!payee.person().equals(Optional.of(person))) {
                // Whoever has left still says where their own share goes.
                requireMember(payee.body(), person);
            }
            if (!payee.createdBy().equals(person)) {
                throw new Refused(PayoutRefusal.INVITER_ONLY, Map.of("name", payee.name()));
            }
            if (payee.isReady()) {
                throw new Refused(PayoutRefusal.PAYEE_READY, Map.of("name", payee.name()));
            }
            payees.renewInvite(id, Secrets.hash(secret), desk.clock().instant().plus(LINK_LIFE));
            return new Invited(payee, links.onboarding(id, secret));
        });
    }

    private void requireMember(BodyRef body, UUID person) {
        if (!bodies.isMember(body, person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
    }

    private static void requireSame(Payee present, Payee wanted) {
        if (!present.body().equals(wanted.body())
                || !present.name().equals(wanted.name())
                || !present.createdBy().equals(wanted.createdBy())) {
            throw new Refused(PayoutRefusal.PAYEE_EXISTS);
        }
    }
}
