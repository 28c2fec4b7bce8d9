package coop.pools.treasury;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.Checkout;
import coop.pools.integrations.payments.CheckoutRequest;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Refused;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.ContributionState;
import coop.pools.treasury.domain.Share;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gets the page that a contribution is paid on from the processor, outside any transaction. A contribution has one page
 * for its whole life: the processor's idempotency key is the contribution's id.
 */
public final class OpenCheckout {
    /** When to look at a page ourselves, should its event not have come. */
    private static final Duration FIRST_CHECK = Duration.ofMinutes(10);

    private final TreasuryDesk desk;
    private final PaymentProcessor processor;
    private final Bodies bodies;
    private final URI publicUrl;
    private final PaymentPages pages;

    /** @param pages makes the pages of contributions that are more than a single payment */
    public OpenCheckout(
            TreasuryDesk desk, PaymentProcessor processor, Bodies bodies, URI publicUrl, PaymentPages pages) {
        this.desk = desk;
        this.processor = processor;
        this.bodies = bodies;
        this.publicUrl = publicUrl;
        this.pages = pages;
    }

    /**
     * The contribution with its page; as it is when it has one or is no longer pending.
     *
     * @throws Refused PROCESSOR_UNREACHABLE, and the contribution stays pending; PAYMENT_REFUSED, and it has failed
     */
    public Contribution open(Contribution contribution) {
        if (contribution.page().isPresent() || contribution.state() != ContributionState.PENDING) {
            return contribution;
        }
        try {
            Checkout checkout =
                    pages.open(contribution).orElseGet(() -> processor.createCheckout(request(contribution)));
            return keep(contribution.id(), checkout);
        } catch (PaymentFailure failure) {
            if (failure.outcome() == PaymentFailure.Outcome.REJECTED) {
                throw refusedForGood(contribution.id(), failure.code());
            }
            throw new Refused(TreasuryRefusal.PROCESSOR_UNREACHABLE, Map.of("retryAfterSeconds", 5));
        }
    }

    private CheckoutRequest request(Contribution contribution) {
        String own = publicUrl.resolve("/contributions/" + contribution.id()).toString();
        List<UUID> pools = desk.charges().shares(contribution.id()).stream()
                .filter(Share::isOfPool)
                .map(Share::pool)
                .distinct()
                .toList();
        String first = bodies.read(BodyRef.pool(contribution.poolId())).name();
        boolean one = pools.size() == 1;
        return new CheckoutRequest(
                contribution.id().toString(),
                contribution.amount().minorUnits(),
                contribution.amount().currency(),
                "Contribution to " + first + (one ? "" : " and " + (pools.size() - 1) + " more"),
                one ? "pool_" + contribution.poolId() : "contribution_" + contribution.id(),
                contribution.payer().email(),
                own,
                own,
                contribution.terms().account());
    }

    private Contribution keep(UUID id, Checkout checkout) {
        PaymentPage page = new PaymentPage(checkout.id(), checkout.url(), checkout.expiresAt());
        Instant checkAt = desk.clock().instant().plus(FIRST_CHECK);
        return desk.transactions().inTransaction(() -> {
            Contribution present = desk.contributions().lock(id).orElseThrow();
            if (present.page().isPresent() || present.state() != ContributionState.PENDING) {
                return present;
            }
            Contribution next = present.withPage(page, checkAt);
            desk.contributions().save(next);
            return next;
        });
    }

    private Refused refusedForGood(UUID id, String code) {
        String reason = code.isEmpty() ? "refused" : code;
        desk.transactions().inTransaction(() -> {
            Contribution present = desk.contributions().lock(id).orElseThrow();
            if (present.state() == ContributionState.PENDING) {
                desk.contributions()
                        .save(present.notPaid(
                                ContributionState.FAILED, "The card processor refused: " + Words.shortened(reason)));
            }
        });
        return new Refused(TreasuryRefusal.PAYMENT_REFUSED, Map.of("reason", reason));
    }
}
