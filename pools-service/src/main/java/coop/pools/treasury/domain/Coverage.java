package coop.pools.treasury.domain;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Cause;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** How much of a charge can go back without any Pool lacking money afterwards. */
public final class Coverage {
    private static final UUID TRIED = IdSource.derivedId("coverage");

    private Coverage() {}

    /**
     * The most that can be refunded: every smaller amount can be too. What the platform has spent of its part holds
     * nobody up: it comes to lack that much, until new fees and tips make up for it.
     *
     * @param fresh what each Pool can spend, made anew for every try
     */
    public static Money most(Charge charge, Supplier<Map<UUID, Purse>> fresh) {
        long low = 0;
        long high = charge.takeableBack().minorUnits();
        while (low < high) {
            long middle = high - (high - low) / 2;
            if (covers(charge, new Money(middle, charge.amount().currency()), fresh.get())) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Money(low, charge.amount().currency());
    }

    private static boolean covers(Charge charge, Money amount, Map<UUID, Purse> purses) {
        Map<UUID, Money> before = new HashMap<>();
        charge.ofPools()
                .forEach(share ->
                        before.put(share.pool(), purses.get(share.pool()).shortfall()));
        Booking.of(charge, new Step(new Cause("refund-reserved", TRIED), "", with(charge, amount)), purses::get);
        return before.entrySet().stream()
                .noneMatch(entry -> purses.get(entry.getKey()).shortfall().isMoreThan(entry.getValue()));
    }

    /** The charge as it would stand with such a refund set aside. */
    static Charge with(Charge charge, Money amount) {
        CardRefund refund = new CardRefund(
                TRIED,
                Optional.empty(),
                "",
                Optional.empty(),
                amount,
                CardRefund.State.RESERVED,
                CardRefund.Booked.RESERVED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Backoff.none(),
                Instant.EPOCH);
        return charge.with(refund);
    }
}
