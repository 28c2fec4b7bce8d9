package coop.pools.payout;

import coop.pools.governance.Bodies;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payees, for the members of the Pool or Flood that may pay them; their names, for all. */
public final class ReadPayees {
    private final PayeeStore payees;
    private final Bodies bodies;
    private final Ways ways;

    public ReadPayees(PayeeStore payees, Bodies bodies, Ways ways) {
        this.payees = payees;
        this.bodies = bodies;
        this.ways = ways;
    }

    /** Whether two stewards pay for this body by hand now, so that a payee gives the processor nothing. */
    public boolean isByHand(BodyRef body) {
        return ways.of(body) == Payout.Way.STEWARDS;
    }

    /** Whom votes can choose. @throws Refused NOT_FOUND, also to people who are neither members nor, having left, the payee themselves */
    public Payee byId(Caller caller, UUID id) {
        UUID person = caller.require(Scope.READ);
        return payees.find(id)
                .filter(payee -> !payees.isHolder(id))
                .filter(payee -> bodies.isMember(payee.body(), person)
                        || payee.person().filter(person::equals).isPresent())
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The body's payees, the newest first. Refused with NOT_FOUND or MEMBERS_ONLY. */
    public List<Payee> ofBody(Caller caller, BodyRef body, Optional<UUID> after, int limit) {
        if (!bodies.isMember(body, caller.require(Scope.READ))) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        return payees.ofBody(body.id(), after, limit);
    }

    /** The body's payees for choosing one in a proposal, the newest first, at most 200. */
    public List<Payee> ofBody(BodyRef body) {
        return payees.ofBody(body.id(), Optional.empty(), 200);
    }

    /** What a payee is called, as it stands in proposals and in the book. */
    public Optional<String> name(UUID id) {
        return payees.find(id).map(Payee::name);
    }

    /** Without asking who asks: for the sandbox and for use cases. */
    public Optional<Payee> find(UUID id) {
        return payees.find(id);
    }

    /** The body of an address. Refused with NOT_FOUND. */
    public Bodies.Body body(BodyRef.Kind kind, String slug) {
        return bodies.read(bodies.bySlug(kind, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
    }

    public Bodies.Body body(BodyRef ref) {
        return bodies.read(ref);
    }
}
