package coop.pools.flood.domain;

import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who bears how much of an amount. By the key alone each Pool is asked for its part by weight, to the unit (largest
 * remainder, ties by the day of joining). What a Pool lacks of it stops the payment, or is borne by the others by the
 * same weights, as far as each has it. All or none: a plan that is not whole draws nothing.
 *
 * @param parts in the order of joining
 */
public record CostPlan(Money amount, List<Part> parts) {
    /**
     * A Pool that may be asked.
     *
     * @param weight zero or more
     * @param free what can be drawn of it
     */
    public record Holder(UUID pool, Instant joinedAt, long weight, Money free) {}

    /**
     * What it comes to for one Pool.
     *
     * @param asked by the key alone
     * @param drawn with what it covers for others; zero where nothing is drawn at all
     */
    public record Part(UUID pool, Money free, Money asked, Money drawn) {
        /** What it lacks of what it is asked for. */
        public Money lacking() {
            return asked.isMoreThan(free) ? asked.minus(free) : Money.zero(free.currency());
        }
    }

    public CostPlan {
        parts = List.copyOf(parts);
    }

    /** The plan for an amount above zero; the order of the holders does not matter. */
    public static CostPlan of(Money amount, List<Holder> holders, Shortfall rule) {
        List<Holder> ordered = holders.stream()
                .sorted(Comparator.comparing(Holder::joinedAt)
                        .thenComparing(holder -> holder.pool().toString()))
                .toList();
        Money none = Money.zero(amount.currency());
        if (ordered.stream().allMatch(holder -> holder.weight() == 0)) {
            return new CostPlan(
                    amount,
                    ordered.stream()
                            .map(holder -> new Part(holder.pool(), holder.free(), none, none))
                            .toList());
        }
        List<Money> asked = MoneySplit.byWeights(
                amount, ordered.stream().map(Holder::weight).toList());
        List<Money> drawn = drawn(amount, ordered, asked, rule)
                .orElseGet(() -> ordered.stream().map(holder -> none).toList());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Holder holder = ordered.get(i);
            parts.add(new Part(holder.pool(), holder.free(), asked.get(i), drawn.get(i)));
        }
        return new CostPlan(amount, parts);
    }

    private static Optional<List<Money>> drawn(Money amount, List<Holder> holders, List<Money> asked, Shortfall rule) {
        boolean enough = true;
        for (int i = 0; i < holders.size(); i++) {
            enough &= !asked.get(i).isMoreThan(holders.get(i).free());
        }
        if (enough) {
            return Optional.of(asked);
        }
        return rule == Shortfall.STOP ? Optional.empty() : covered(amount, holders);
    }

    /**
     * Whoever has less than its part of what is left gives all it has; the rest is divided anew among the others, until
     * each has its part. Rounding up asks nobody for more than it has: what it has is a whole number.
     */
    private static Optional<List<Money>> covered(Money amount, List<Holder> holders) {
        Set<Integer> emptied = new HashSet<>();
        Money rest = amount;
        boolean again = true;
        while (again) {
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < holders.size(); i++) {
                sum = emptied.contains(i)
                        ? sum
                        : sum.add(BigInteger.valueOf(holders.get(i).weight()));
            }
            if (sum.signum() == 0) {
                return Optional.empty();
            }
            Money round = rest;
            again = false;
            for (int i = 0; i < holders.size(); i++) {
                Holder holder = holders.get(i);
                if (!emptied.contains(i)
                        && product(round, holder.weight()).compareTo(product(holder.free(), sum)) > 0) {
                    emptied.add(i);
                    rest = rest.minus(holder.free());
                    again = true;
                }
            }
        }
        return Optional.of(divided(rest, holders, emptied));
    }

    private static List<Money> divided(Money rest, List<Holder> holders, Set<Integer> emptied) {
        List<Long> weights = new ArrayList<>();
        for (int i = 0; i < holders.size(); i++) {
            weights.add(emptied.contains(i) ? 0 : holders.get(i).weight());
        }
        List<Money> parts = new ArrayList<>(MoneySplit.byWeights(rest, weights));
        emptied.forEach(i -> parts.set(i, holders.get(i).free()));
        return parts;
    }

    private static BigInteger product(Money money, long factor) {
        return product(money, BigInteger.valueOf(factor));
    }

    private static BigInteger product(Money money, BigInteger factor) {
        return BigInteger.valueOf(money.minorUnits()).multiply(factor);
    }

    /** Whether it can be paid. */
    public boolean isWhole() {
        return parts.stream()
                .map(Part::drawn)
                .reduce(Money.zero(amount.currency()), Money::plus)
                .equals(amount);
    }

    /** Whether others bear what some lack. */
    public boolean isCovered() {
        return isWhole() && parts.stream().anyMatch(part -> part.lacking().isPositive());
    }

    /** All that the Pools together lack of what they are asked for. */
    public Money lacking() {
        return parts.stream().map(Part::lacking).reduce(Money.zero(amount.currency()), Money::plus);
    }
}
