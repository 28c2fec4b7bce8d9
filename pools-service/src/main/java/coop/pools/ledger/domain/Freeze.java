package coop.pools.ledger.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Payouts of a book are stopped.
 *
 * @param detail for everybody to read, without anybody's name
 */
public record Freeze(UUID book, Reason reason, String detail, Instant since) {
    /** Who stops payouts, and so who may let them go on. */
    public enum Reason {
        /** More was taken back than the book has; it ends when the book has it again. */
        SHORTFALL,
        /** The auditor found the book broken; it ends by an operator's command after a clean audit. */
        AUDIT,
        /** The book and the card processor tell different things; it ends when they tell the same. */
        PROCESSOR;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
