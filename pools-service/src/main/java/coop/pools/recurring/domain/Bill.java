package coop.pools.recurring.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One period's payment of a recurring contribution.
 *
 * @param id the processor's invoice
 * @param contribution what it became in the books; there when it is PAID
 * @param attempts how often the card was tried
 * @param payUrl where the payer can pay a failed one by hand
 * @param retryAt when the processor tries a failed one again
 * @param note why it was set aside; may be empty
 */
public record Bill(
        String id,
        UUID recurring,
        State state,
        Money amount,
        Optional<UUID> contribution,
        int attempts,
        Optional<String> payUrl,
        Optional<Instant> retryAt,
        String note,
        Instant createdAt) {

    /** DROPPED: nothing is charged for that period. SET_ASIDE: paid, but not as agreed: nothing was booked. */
    public enum State {
        OPEN,
        PAID,
        DROPPED,
        SET_ASIDE;

        /** What stands in the books, or cannot, is not changed by later words. */
        public boolean isFinal() {
            return this == PAID || this == SET_ASIDE;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Bill booked(UUID as) {
        return new Bill(
                id,
                recurring,
                State.PAID,
                amount,
                Optional.of(as),
                attempts,
                Optional.empty(),
                Optional.empty(),
                "",
                createdAt);
    }

    public Bill setAside(String why) {
        return new Bill(
                id,
                recurring,
                State.SET_ASIDE,
                amount,
                Optional.empty(),
                attempts,
                Optional.empty(),
                Optional.empty(),
                why,
                createdAt);
    }

    /** Nothing was charged. */
    public Bill dropped() {
        return new Bill(
                id,
                recurring,
                State.DROPPED,
                amount,
                Optional.empty(),
                attempts,
                Optional.empty(),
                Optional.empty(),
                "",
                createdAt);
    }
}
