package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that is known of one card charge, and how far the books have followed: what its shares' positions are computed
 * from. Immutable.
 *
 * @param amount what was charged
 * @param paid whether it stands in the books
 * @param fee the processor's, once it is booked
 * @param shares at least one; their amounts add up to the charge
 */
public record Charge(
        Money amount,
        boolean paid,
        Optional<Money> fee,
        List<Share> shares,
        List<CardRefund> refunds,
        List<CardDispute> disputes) {
    public Charge {
        shares = List.copyOf(shares);
        refunds = List.copyOf(refunds);
        disputes = List.copyOf(disputes);
        Money sum = Money.zero(amount.currency());
        for (Share share : shares) {
            sum = sum.plus(share.amount());
        }
        if (!sum.equals(amount)) {
            throw new IllegalArgumentException("shares of " + sum + " in a charge of " + amount);
        }
    }

    /** Paid; what may be spent before it arrives, can be now. */
    public Charge paidNow() {
        List<Share> present = shares.stream()
                .map(share -> share.atOnce() ? share.freed() : share)
                .toList();
        return new Charge(amount, true, fee, present, refunds, disputes);
    }

    /** Those of Pools, in the giver's order: without what the platform gets. */
    public List<Share> ofPools() {
        return shares.stream().filter(Share::isOfPool).toList();
    }

    /** What the platform gets of it. */
    public Money extra() {
        Money sum = nothing();
        for (Share share : shares) {
            sum = share.isOfPool() ? sum : sum.plus(share.amount());
        }
        return sum;
    }

    /** What the Pools get of it, less their part of this card fee. */
    public Money reachesPools(Money cardFee) {
        return reaches(cardFee).stream().reduce(nothing(), Money::plus);
    }

    /** The same for each share of a Pool, in the giver's order: exactly what the books say when the fee is this one. */
    public List<Money> reaches(Money cardFee) {
        List<Money> fees = Position.fees(settled(cardFee));
        return IntStream.range(0, shares.size())
                .filter(i -> shares.get(i).isOfPool())
                .mapToObj(i -> shares.get(i).amount().minus(fees.get(i)))
                .toList();
    }

    public boolean isFree() {
        return shares.stream().allMatch(Share::released);
    }

    public Charge settled(Money known) {
        return new Charge(amount, paid, Optional.of(known), shares, refunds, disputes);
    }

    public Charge with(List<Share> changed) {
        return new Charge(amount, paid, fee, changed, refunds, disputes);
    }

    /** Every share may be spent. */
    public Charge freed() {
        return with(shares.stream().map(Share::freed).toList());
    }

    /** With this refund in the place of the one with its id, or as one more. */
    public Charge with(CardRefund changed) {
        boolean known = refunds.stream().anyMatch(refund -> refund.id().equals(changed.id()));
        List<CardRefund> all =
                replaced(refunds, known, changed, refund -> refund.id().equals(changed.id()) ? changed : refund);
        return new Charge(amount, paid, fee, shares, all, disputes);
    }

    /** With this dispute in the place of the one with its id, or as one more. */
    public Charge with(CardDispute changed) {
        boolean known = disputes.stream().anyMatch(dispute -> dispute.id().equals(changed.id()));
        List<CardDispute> all =
                replaced(disputes, known, changed, dispute -> dispute.id().equals(changed.id()) ? changed : dispute);
        return new Charge(amount, paid, fee, shares, refunds, all);
    }

    private static <T> List<T> replaced(List<T> present, boolean known, T changed, UnaryOperator<T> step) {
        List<T> all = new java.util.ArrayList<>(present.stream().map(step).toList());
        if (!known) {
            all.add(changed);
        }
        return all;
    }

    /** What the payer has got back or is getting back. */
    public Money refunded() {
        return sum(CardRefund.Booked.REFUNDED);
    }

    /** What is set aside for refunds that the processor does not have yet. */
    public Money reserved() {
        return sum(CardRefund.Booked.RESERVED);
    }

    private Money sum(CardRefund.Booked booked) {
        Money sum = nothing();
        for (CardRefund refund : refunds) {
            sum = refund.booked() == booked ? sum.plus(refund.amount()) : sum;
        }
        return sum;
    }

    /** What disputes have taken and not given back; {@code lost} chooses between decided losses and the rest. */
    public Money disputed(boolean lost) {
        Money sum = nothing();
        for (CardDispute dispute : disputes) {
            sum = dispute.lossBooked() == lost ? sum.plus(dispute.takenNet()) : sum;
        }
        return sum;
    }

    /** What disputes have cost besides; zero or more. */
    public Money disputeFees() {
        Money fees = nothing();
        for (CardDispute dispute : disputes) {
            fees = fees.plus(dispute.fees());
        }
        return fees.minorUnits() < 0 ? nothing() : fees;
    }

    /** What could still be refunded at most: neither refunded, nor reserved for it, nor taken by disputes. */
    public Money refundable() {
        Money left = amount.minus(refunded())
                .minus(reserved())
                .minus(disputed(false))
                .minus(disputed(true));
        return left.minorUnits() < 0 ? nothing() : left;
    }

    /** Whether refunds or disputes of it are not decided yet. */
    public boolean hasOpenMatters() {
        boolean refunds = this.refunds.stream().anyMatch(refund -> refund.state() == CardRefund.State.PENDING);
        return refunds || disputes.stream().anyMatch(CardDispute::isOpen);
    }

    /**
     * What the payer can take back by themselves at most: the processor keeps its fee, and the others shall not pay it.
     * Nothing while the fee is not known.
     */
    public Money takeableBack() {
        Money left = fee.map(refundable()::minus).orElse(nothing());
        return left.minorUnits() < 0 ? nothing() : left;
    }

    /** Where the contribution stands, as the facts have it. Only for one that is paid. */
    public ContributionState state() {
        boolean disputed = disputes.stream()
                .anyMatch(dispute ->
                        dispute.state() == CardDispute.State.OPEN || dispute.state() == CardDispute.State.LOST);
        if (disputed) {
            return ContributionState.DISPUTED;
        }
        Money back = refunded();
        if (back.isPositive()) {
            return amount.isMoreThan(back) ? ContributionState.PARTLY_REFUNDED : ContributionState.REFUNDED;
        }
        return isFree() ? ContributionState.AVAILABLE : ContributionState.PAID;
    }

    /** How far the payer's disputes are: an open one counts before a lost one, that before a warning or one that was won. */
    public Optional<CardDispute.State> dispute() {
        return Stream.of(
                        CardDispute.State.OPEN,
                        CardDispute.State.LOST,
                        CardDispute.State.WARNING,
                        CardDispute.State.WON)
                .filter(state -> disputes.stream().anyMatch(dispute -> dispute.state() == state))
                .findFirst();
    }

    /** What the payer's bank has decided to give back to them, for good. */
    public Money lost() {
        Money sum = nothing();
        for (CardDispute dispute : disputes) {
            sum = dispute.state() == CardDispute.State.LOST ? sum.plus(dispute.amount()) : sum;
        }
        return sum;
    }

    Money nothing() {
        return Money.zero(amount.currency());
    }
}
