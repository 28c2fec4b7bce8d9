package coop.pools.reconciliation.domain;

import coop.pools.kernel.Money;

/**
 * Something that the books and the processor say differently.
 *
 * @param category what kind of movement, in the processor's words
 * @param object the processor's id of what it is about: for what is missing in the books the movement itself
 * @param subject the payment or transfer that it belongs to
 * @param inBooks what the books say; zero when they say nothing
 * @param atProcessor what the processor says; zero when it says nothing
 */
public record Difference(
        Kind kind, String category, String object, String subject, String account, Money inBooks, Money atProcessor) {

    /** What the book says more than the processor holds, because of this; below zero when it says less. */
    public Money tooMuchInBooks() {
        Money more = inBooks.minus(atProcessor);
        return kind == Kind.FEE ? more.negated() : more;
    }

    /** What is wrong. */
    public enum Kind {
        MISSING_IN_BOOKS,
        MISSING_AT_PROCESSOR,
        AMOUNT,
        FEE,
        /** A movement that cannot be told to be of any Pool, nor to be the operator's own. */
        UNKNOWN
    }
}
