package coop.pools.treasury;

import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.pool.MarginStore;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Margins;
import coop.pools.treasury.domain.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A contributor takes back what they gave, as the bylaws allow: within their time, less the card fee, and only
 * what every Pool concerned still holds unspent and no payment that was put to the vote since needs to stay a usual one. The money is set aside at once; the processor is asked after the commit, by
 * {@link SendRefunds}.
 */
public final class RequestRefund {
    private final ChargeDesk desk;
    private final GivingRules.OfPool rules;
    private final Parted parted;
    private final MarginStore margins;
    private final ChargeAmount amounts;
    private final GuestLinks links;

    public RequestRefund(
            ChargeDesk desk, GivingRules.OfPool rules, ChargeAmount amounts, Bounds bounds, GuestLinks links) {
        this.links = links;
        this.desk = desk;
        this.rules = rules;
        this.parted = bounds.parted();
        this.margins = bounds.margins();
        this.amounts = amounts;
    }

    /** What stays although it is there: the shares of those who left, and what keeps a payment usual. */
    public record Bounds(Parted parted, MarginStore margins) {}

    /**
     * A refund to make; the id comes with the form or the idempotency key.
     *
     * @param amount empty for all that can go back
     * @param reason in the person's words; may be empty
     */
    public record Wish(UUID id, UUID contribution, Optional<Money> amount, String reason) {}

    /** What can be taken back now, and until when; zero when nothing can. */
    public record Offer(Money most, Instant until) {}

    /**
     * Sets the money aside. Doing it again with the same id changes nothing.
     *
     * @throws Refused NOT_FOUND, NOT_YOUR_CONTRIBUTION, NOTHING_TO_REFUND, REFUND_TOO_SOON, REFUND_WINDOW_OVER, REFUND_DISPUTED,
     *     REFUND_TOO_MUCH, REFUND_NOT_COVERED, REFUND_KEEPS_PAYMENT, REFUND_EXISTS, WRONG_CURRENCY, AMOUNT_NOT_A_MULTIPLE, SIGN_IN_REQUIRED,
     *     SCOPE_MISSING; BOOK_FROZEN when a running audit has stopped what goes out
     */
    public CardRefund request(Caller caller, Wish wish) {
        UUID person = caller.require(Scope.CONTRIBUTE);
        return request(Optional.of(person), wish);
    }

    /**
     * The same by the link of a guest.
     *
     * @throws Refused as above; NOT_FOUND too when the secret is not that of this contribution's link
     */
    public CardRefund requestByLink(String secret, Wish wish) {
        if (!links.opens(wish.contribution(), secret)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return request(Optional.empty(), wish);
    }

    private CardRefund request(Optional<UUID> person, Wish wish) {
        TreasuryDesk treasury = desk.desk();
        ChargeLimits limits = treasury.contributions()
                .find(wish.contribution())
                .map(contribution -> amounts.limits(contribution.amount().currency()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return treasury.transactions().inTransaction(() -> {
            Contribution locked = treasury.contributions()
                    .lock(wish.contribution())
                    .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            if (!locked.payer().person().equals(person)) {
                throw new Refused(TreasuryRefusal.NOT_YOUR_CONTRIBUTION);
            }
            Optional<CardRefund> known = treasury.charges().lockRefund(wish.id());
            return known.map(refund -> again(locked, refund, wish))
                    .orElseGet(() -> reserve(locked, person, wish, limits));
        });
    }

    private static CardRefund again(Contribution locked, CardRefund known, Wish wish) {
        boolean same = locked.payment()
                        .filter(payment -> payment.id().equals(known.paymentId()))
                        .isPresent()
                && wish.amount()
                        .filter(amount -> !amount.equals(known.amount()))
                        .isEmpty();
        if (!same) {
            throw new Refused(TreasuryRefusal.REFUND_EXISTS);
        }
        return known;
    }

    private CardRefund reserve(Contribution locked, Optional<UUID> person, Wish wish, ChargeLimits limits) {
        String paymentId = locked.payment()
                .filter(unused -> locked.state().isBooked())
                .orElseThrow(() -> new Refused(TreasuryRefusal.NOTHING_TO_REFUND))
                .id();
        OpenCharge open = desk.open(locked, paymentId)
                .by(person.map(known -> "person:" + known).orElse("guest"));
        open.charge().ofPools().stream()
                .map(Share::pool)
                .distinct()
                .forEach(pool -> desk.freezes().requireOpen(pool));
        checkTime(locked, open.charge());
        Money covered = desk.covered(open.charge());
        // The books are held by now: no vote on a payment opens in between.
        Margins margin = margins(locked, open.charge());
        Money amount = amount(open.charge(), new Most(covered, margin.most(open.charge(), covered)), wish, limits);
        CardRefund refund = new CardRefund(
                wish.id(),
                Optional.empty(),
                paymentId,
                locked.terms().account(),
                amount,
                CardRefund.State.RESERVED,
                CardRefund.Booked.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new CardRefund.Request(person, wish.reason(), 1, Optional.empty())),
                "",
                Backoff.from(now()),
                now());
        desk.desk().charges().insertRefund(refund);
        Charge before = open.charge();
        open.put(refund);
        open.follow();
        Margins.out(before, open.charge())
                .forEach((pool, minor) -> margins.take(refund.id(), pool, paidAt(locked), minor));
        open.close();
        // The books are held by now: nobody leaves with a share of this money in between.
        if (hasParted(locked, open.charge())) {
            throw new Refused(TreasuryRefusal.REFUND_PARTED);
        }
        desk.wakeAfterCommit();
        return refund;
    }

    /** What the Pools have of it, and what of that can go back. */
    private record Most(Money covered, Money allowed) {}

    private Margins margins(Contribution contribution, Charge charge) {
        Map<UUID, Long> left = new HashMap<>();
        charge.ofPools().stream()
                .map(Share::pool)
                .distinct()
                .forEach(pool -> margins.least(pool, paidAt(contribution)).ifPresent(minor -> left.put(pool, minor)));
        return new Margins(left);
    }

    private static Instant paidAt(Contribution contribution) {
        return contribution.payment().orElseThrow().paidAt();
    }

    private boolean hasParted(Contribution contribution, Charge charge) {
        Instant paidAt = paidAt(contribution);
        return contribution.payer().person().stream()
                .anyMatch(person ->
                        charge.ofPools().stream().anyMatch(share -> parted.since(share.pool(), person, paidAt)));
    }

    private void checkTime(Contribution contribution, Charge charge) {
        if (charge.disputes().stream().anyMatch(dispute -> dispute.state() != CardDispute.State.WON)) {
            throw new Refused(TreasuryRefusal.REFUND_DISPUTED);
        }
        if (until(contribution, charge).isBefore(now())) {
            throw new Refused(
                    TreasuryRefusal.REFUND_WINDOW_OVER,
                    Map.of("days", window(charge).toDays()));
        }
    }

    private static Money amount(Charge charge, Most most, Wish wish, ChargeLimits limits) {
        if (charge.fee().isEmpty()) {
            throw new Refused(TreasuryRefusal.REFUND_TOO_SOON);
        }
        Money left = refundable(charge.takeableBack(), limits);
        if (!left.isPositive()) {
            throw new Refused(TreasuryRefusal.NOTHING_TO_REFUND);
        }
        Money whole = refundable(most.allowed(), limits);
        Money amount = wish.amount().orElse(whole.isPositive() ? whole : left);
        if (!amount.currency().equals(left.currency())) {
            throw new Refused(
                    TreasuryRefusal.WRONG_CURRENCY,
                    Map.of("field", "amount", "currency", left.currency().getCurrencyCode()));
        }
        if (amount.isMoreThan(left)) {
            throw new Refused(TreasuryRefusal.REFUND_TOO_MUCH, Map.of("field", "amount", "most", left));
        }
        if (amount.isMoreThan(most.allowed()) && !amount.isMoreThan(most.covered())) {
            throw new Refused(TreasuryRefusal.REFUND_KEEPS_PAYMENT, Map.of("field", "amount", "most", whole));
        }
        if (amount.isMoreThan(most.covered())) {
            throw new Refused(TreasuryRefusal.REFUND_NOT_COVERED, Map.of("field", "amount", "most", whole));
        }
        if (!refundable(amount, limits).equals(amount)) {
            Money step = new Money(limits.stepMinor(), amount.currency());
            throw new Refused(TreasuryRefusal.AMOUNT_NOT_A_MULTIPLE, Map.of("field", "amount", "step", step));
        }
        return amount;
    }

    /** What this caller can take back now; empty when they are not the one who gave, or nothing can go back. */
    public Optional<Offer> offer(Caller caller, Contribution contribution) {
        boolean theirs = contribution.payer().person().filter(caller::is).isPresent();
        return theirs ? offer(contribution) : Optional.empty();
    }

    /** The same by the link of a guest. */
    public Optional<Offer> offerByLink(String secret, Contribution contribution) {
        boolean theirs = contribution.payer().person().isEmpty() && links.opens(contribution.id(), secret);
        return theirs ? offer(contribution) : Optional.empty();
    }

    private Optional<Offer> offer(Contribution contribution) {
        if (!contribution.state().isBooked()) {
            return Optional.empty();
        }
        ChargeLimits limits = amounts.limits(contribution.amount().currency());
        return desk.desk().transactions().inTransaction(() -> {
            // Under the lock that all who change it hold: a charge read in pieces may not fit together.
            Contribution locked =
                    desk.desk().contributions().lock(contribution.id()).orElseThrow();
            Charge charge = desk.read(locked);
            Instant until = until(locked, charge);
            boolean disputed = charge.disputes().stream().anyMatch(dispute -> dispute.state() != CardDispute.State.WON);
            boolean stopped =
                    charge.ofPools().stream().anyMatch(share -> desk.freezes().isFrozen(share.pool()));
            if (disputed || stopped || until.isBefore(now()) || hasParted(locked, charge)) {
                return Optional.<Offer>empty();
            }
            Money most = margins(locked, charge).most(charge, desk.coveredAtAGlance(charge));
            return Optional.of(new Offer(refundable(most, limits), until))
                    .filter(offer -> offer.most().isPositive());
        });
    }

    private static Money refundable(Money amount, ChargeLimits limits) {
        return new Money(limits.refundable(amount.minorUnits()), amount.currency());
    }

    private Instant until(Contribution contribution, Charge charge) {
        return paidAt(contribution).plus(window(charge));
    }

    /** The shortest of the Pools concerned. */
    private Duration window(Charge charge) {
        return charge.ofPools().stream()
                .map(share -> rules.of(share.pool()).refundWindow())
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Instant now() {
        return desk.desk().clock().instant();
    }
}
