package coop.pools.recurring.domain;

import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is paid each time, and where it goes. A change makes new terms; the earlier ones stay, for what was charged while
 * they were in force.
 *
 * @param no from 1
 * @param amount what the card is charged
 * @param meant what is to reach the Pools where the payer bears the card fee; the amount is then higher
 * @param shares at least one; their basis points are a whole
 * @param from when the payer decided it
 * @param confirmedAt since when the processor certainly charges this amount; empty while we do not know
 * @param dropped the processor did not take the change: it was never in force
 */
public record PaymentTerms(
        int no,
        Money amount,
        Optional<Money> meant,
        List<SharePlan> shares,
        Instant from,
        Optional<Instant> confirmedAt,
        boolean dropped) {
    /** Clocks differ, and the processor tells whole seconds. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    public PaymentTerms {
        shares = List.copyOf(shares);
        int sum = shares.stream().mapToInt(SharePlan::basisPoints).sum();
        if (sum != BasisPoints.WHOLE) {
            throw new IllegalArgumentException("shares of " + sum + " basis points");
        }
    }

    /** In force from the moment when they are decided. */
    public static PaymentTerms first(Money amount, Optional<Money> meant, List<SharePlan> shares, Instant at) {
        return new PaymentTerms(1, amount, meant, shares, at, Optional.of(at), false);
    }

    /** What follows these; certain at once where the amount stays. */
    public PaymentTerms next(
            int number, Money nextAmount, Optional<Money> nextMeant, List<SharePlan> nextShares, Instant at) {
        Optional<Instant> certain =
                nextAmount.equals(amount) && confirmedAt.isPresent() ? Optional.of(at) : Optional.empty();
        return new PaymentTerms(number, nextAmount, nextMeant, nextShares, at, certain, false);
    }

    /** The processor charges this amount from now on. */
    public PaymentTerms confirmed(Instant at) {
        return new PaymentTerms(no, amount, meant, shares, from, confirmedAt.or(() -> Optional.of(at)), dropped);
    }

    /** The processor will not charge this amount. */
    public PaymentTerms droppedNow() {
        return new PaymentTerms(no, amount, meant, shares, from, confirmedAt, true);
    }

    /** What the payer means for the Pools, each time. */
    public Money given() {
        return meant.orElse(amount);
    }

    /** What each share is of every charge, to the cent and in the order of the shares. */
    public List<Money> parts() {
        return split(amount);
    }

    private List<Money> split(Money total) {
        return MoneySplit.byWeights(
                total, shares.stream().map(share -> (long) share.basisPoints()).toList());
    }

    /** What the payer means for one Pool, all its buckets together. */
    public Money givenTo(UUID pool) {
        List<Money> parts = split(given());
        Money sum = Money.zero(amount.currency());
        for (int i = 0; i < parts.size(); i++) {
            sum = shares.get(i).pool().equals(pool) ? sum.plus(parts.get(i)) : sum;
        }
        return sum;
    }

    public boolean goesTo(UUID pool) {
        return shares.stream().anyMatch(share -> share.pool().equals(pool));
    }

    /** The shares of the other Pools, a whole again by largest remainder; empty when there are none. */
    public List<SharePlan> without(UUID pool) {
        List<SharePlan> others =
                shares.stream().filter(share -> !share.pool().equals(pool)).toList();
        if (others.isEmpty()) {
            return others;
        }
        // Basis points are split like cents; each of the others keeps at least what it had.
        List<Money> points = MoneySplit.byWeights(
                new Money(BasisPoints.WHOLE, amount.currency()),
                others.stream().map(share -> (long) share.basisPoints()).toList());
        List<SharePlan> whole = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            SharePlan share = others.get(i);
            whole.add(new SharePlan(
                    share.pool(), share.bucket(), Math.toIntExact(points.get(i).minorUnits())));
        }
        return whole;
    }

    /**
     * The terms under which this was charged at that moment: the latest that were in force then, by our clock. Where
     * the processor learned of another amount at about that time, the amount says which; empty when none fit.
     *
     * @param all in the order of their numbers
     */
    public static Optional<PaymentTerms> inForce(List<PaymentTerms> all, Instant chargedAt, Money charged) {
        return latest(all, chargedAt, charged).or(() -> latest(all, chargedAt.plus(TOLERANCE), charged));
    }

    private static Optional<PaymentTerms> latest(List<PaymentTerms> all, Instant at, Money charged) {
        for (int i = all.size() - 1; i >= 0; i--) {
            PaymentTerms terms = all.get(i);
            if (terms.dropped || terms.from.isAfter(at)) {
                continue;
            }
            if (terms.amount.equals(charged)) {
                return Optional.of(terms);
            }
            boolean certain = terms.confirmedAt
                    .filter(since -> !since.isAfter(at.minus(TOLERANCE)))
                    .isPresent();
            if (certain) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
