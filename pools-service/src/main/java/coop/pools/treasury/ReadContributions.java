package coop.pools.treasury;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.ledger.domain.Entry;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contributions as they stand, and what paying one costs. */
public final class ReadContributions {
    private static final List<String> CAUSES = List.of("contribution", "settlement", "available");
    private static final List<String> REFUND_CAUSES = List.of("refund-reserved", "refund", "refund-failed");

    private final ChargeDesk desk;
    private final Bodies bodies;
    private final ChargeAmount chargeAmount;
    private final GivingRules.OfPool rules;
    private final PlatformPart platform;

    public ReadContributions(ChargeDesk desk, Bodies bodies, ChargeAmount chargeAmount, GivingRules.OfPool rules) {
        this(desk, bodies, chargeAmount, rules, PlatformPart.NONE);
    }

    /** @param platform the operator's fee and the tips */
    public ReadContributions(
            ChargeDesk desk,
            Bodies bodies,
            ChargeAmount chargeAmount,
            GivingRules.OfPool rules,
            PlatformPart platform) {
        this.platform = platform;
        this.desk = desk;
        this.bodies = bodies;
        this.chargeAmount = chargeAmount;
        this.rules = rules;
    }

    /** A contribution with all that has become of it. {@code pools}: those of the Pools' shares, in their order. */
    public record Whole(Contribution contribution, Charge charge, List<Bodies.Body> pools) {}

    /** @throws Refused NOT_FOUND */
    public Contribution byId(UUID id) {
        return desk.desk().contributions().find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** @throws Refused NOT_FOUND */
    public Whole whole(UUID id) {
        return whole(byId(id));
    }

    public Whole whole(Contribution contribution) {
        Charge charge = desk.read(contribution);
        List<Bodies.Body> pools = charge.ofPools().stream()
                .map(share -> bodies.read(BodyRef.pool(share.pool())))
                .toList();
        return new Whole(contribution, charge, pools);
    }

    /** What the books of one Pool say about a contribution, in their order. */
    public List<Entry> entries(Whole whole, UUID pool) {
        UUID id = whole.contribution().id();
        List<Entry> found = new ArrayList<>();
        CAUSES.forEach(cause -> found.addAll(desk.ledger().entriesOf(pool, cause, id)));
        for (CardRefund refund : whole.charge().refunds()) {
            REFUND_CAUSES.forEach(cause -> found.addAll(desk.ledger().entriesOf(pool, cause, refund.id())));
        }
        for (CardDispute dispute : whole.charge().disputes()) {
            found.addAll(desk.ledger().entriesOf(pool, Step.LOST, Step.lossOf(dispute)));
            dispute.movements()
                    .forEach(movement ->
                            found.addAll(desk.ledger().entriesOf(pool, Step.kindOf(movement), Step.idOf(movement))));
        }
        found.sort(Comparator.comparing(Entry::seq));
        return found;
    }

    /** The caller's own, the newest first. */
    public List<Contribution> mine(Caller caller, int limit) {
        return desk.desk().contributions().ofPerson(caller.require(Scope.READ), limit);
    }

    /** The Pool that can be contributed to. Refused with NOT_FOUND when there is none. */
    public Bodies.Body pool(String slug) {
        BodyRef ref = bodies.bySlug(BodyRef.Kind.POOL, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return bodies.read(ref);
    }

    /** The buckets of a Pool that take money at present, the first opened first. */
    public List<Buckets.Named> openBuckets(UUID pool) {
        return desk.buckets().open(pool);
    }

    /** What people call a bucket. */
    public String bucketName(UUID pool, String slug) {
        return desk.buckets().name(pool, slug);
    }

    /** Pools by id, in the order asked for. */
    public List<Bodies.Body> pools(List<UUID> ids) {
        return ids.stream().map(id -> bodies.read(BodyRef.pool(id))).toList();
    }

    /** What the bylaws of a Pool say about contributions. */
    public GivingRules rules(UUID pool) {
        return rules.of(pool);
    }

    /** What the operator asks for beside what is given. */
    public PlatformPart.Offer platformOffer() {
        return platform.offer();
    }

    /** The same for one Pool: nothing where it has an account of its own. */
    public PlatformPart.Offer platformOfferFor(UUID pool) {
        return platform.takesOn(pool) ? platform.offer() : PlatformPart.NONE.offer();
    }

    /** What of a contribution is not for its Pools; empty for nothing. */
    public Optional<PlatformPart.Kept> platformPart(UUID contribution) {
        return platform.of(contribution);
    }

    /** The card fee to expect; the books only ever use the exact one. */
    public Money expectedFee(Money amount) {
        return chargeAmount.expectedFee(amount);
    }

    public ChargeLimits limits(Currency currency) {
        return chargeAmount.limits(currency);
    }
}
