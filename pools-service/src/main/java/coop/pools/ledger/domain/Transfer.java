package coop.pools.ledger.domain;

import coop.pools.kernel.Money;

/**
 * Money from one account to another within a book.
 *
 * @param amount above zero, in the book's currency
 * @param memo for people, at most 1,000 characters; kept outside the hashed bytes. Empty where the cause's own words say
 *     it all: nothing about a person is kept twice
 */
public record Transfer(String debit, String credit, Money amount, String memo) {
    public Transfer {
        if (!amount.isPositive() || debit.equals(credit)) {
            throw new IllegalArgumentException("not a transfer: " + amount + " from " + credit + " to " + debit);
        }
        if (memo.length() > 1000) {
            throw new IllegalArgumentException("memo longer than 1000 characters");
        }
    }
}
