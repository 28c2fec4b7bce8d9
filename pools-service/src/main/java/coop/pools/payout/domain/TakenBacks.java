package coop.pools.payout.domain;

import coop.pools.kernel.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * All that banks have taken back of one payout.
 *
 * @param whole the payout's amount
 * @param all the oldest first
 */
public record TakenBacks(Money whole, List<TakenBack> all) {
    public TakenBacks {
        all = List.copyOf(all);
    }

    public Optional<TakenBack> of(String movement) {
        return all.stream().filter(one -> one.movement().equals(movement)).findFirst();
    }

    /** What has not been brought again, while something of the payout is there. */
    public List<TakenBack> open() {
        return all.stream().filter(TakenBack::isOpen).toList();
    }

    public Money openSum() {
        return sum(open(), TakenBack::amountMinor);
    }

    /** How much of what is open is booked as gone. */
    public Money booked() {
        return booked(open());
    }

    public Money booked(List<TakenBack> some) {
        return sum(some, TakenBack::bookedMinor);
    }

    /** How much of what is open was spent or promised. */
    public Money lacking() {
        return openSum().minus(booked());
    }

    /** Nothing of the payout is there any more, and all of that is booked. */
    public boolean isAllBooked() {
        return booked().equals(whole);
    }

    /** The sums that can be brought in place of what is open: all of it, or one of them. */
    public List<Money> awaited() {
        return open().isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(openSum()),
                                open().stream().map(one -> sum(List.of(one), TakenBack::amountMinor)))
                        .distinct()
                        .toList();
    }

    /** What is brought again with exactly this sum: all that is open, or the oldest that has it; else nothing. */
    public List<TakenBack> meantBy(Money amount) {
        if (!open().isEmpty() && amount.equals(openSum())) {
            return open();
        }
        return open().stream()
                .filter(one -> amount.equals(sum(List.of(one), TakenBack::amountMinor)))
                .limit(1)
                .toList();
    }

    /** How much of a top-up nobody has taken back. It brought the payout, or what was taken back before. */
    public Money leftOf(String topUp) {
        List<TakenBack> before = all.stream()
                .filter(one -> one.madeGoodBy().filter(topUp::equals).isPresent())
                .toList();
        Money brought = before.isEmpty() ? whole : sum(before, TakenBack::amountMinor);
        return brought.minus(
                sum(all.stream().filter(one -> one.topUp().equals(topUp)).toList(), TakenBack::amountMinor));
    }

    /** Rises with each time that something of it arrives anew. */
    public int timesOver() {
        return (int) all.stream().filter(one -> !one.isOpen()).count();
    }

    private Money sum(List<TakenBack> some, ToLongFunction<TakenBack> part) {
        return new Money(some.stream().mapToLong(part).sum(), whole.currency());
    }
}
