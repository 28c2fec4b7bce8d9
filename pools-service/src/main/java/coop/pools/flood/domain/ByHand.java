package coop.pools.flood.domain;

import java.util.Locale;
import java.util.UUID;

/**
 * A sum that fell due by a pledge of a Pool with an account of its own, and that two of its stewards send.
 *
 * @param payout by which they do
 */
public record ByHand(UUID payout, Stands stands) {
    /** How far it is. */
    public enum Stands {
        /** Set aside; stewards have still to send it, or to see that it has gone out. */
        ORDERED,
        ON_ITS_WAY,
        ARRIVED,
        /** The Pool has it again, and owes it to nobody. */
        NOT_SENT,
        /** As above, later. */
        CAME_BACK;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the Pool has it again. */
        public boolean isLost() {
            return this == NOT_SENT || this == CAME_BACK;
        }

        /** Whether it is still to arrive. */
        public boolean isComing() {
            return this == ORDERED || this == ON_ITS_WAY;
        }

        /** @param payout where the payout stands, as the API says it */
        public static Stands of(String payout, boolean arrived) {
            return switch (payout) {
                case "reserved", "sent" -> ORDERED;
                case "paid" -> arrived ? ARRIVED : ON_ITS_WAY;
                case "failed" -> NOT_SENT;
                case "reversed" -> CAME_BACK;
                default -> throw new IllegalArgumentException(payout);
            };
        }
    }
}
