package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * One Pool's part of a contribution, and where its money stands.
 *
 * @param no from 1, in the order in which the payer named them
 * @param bucket the slug of the Pool's bucket it is meant for; empty for the Pool as a whole
 * @param amount of the charge, above zero
 * @param released whether what is left after fees may be spent; before that it is pending
 * @param inBucket what it has put into the bucket and not taken back, zero or more
 * @param inFree what it has put into what the Pool can spend freely; below zero what it has drawn from there
 */
public record Share(
        int no, UUID pool, Optional<String> bucket, Money amount, boolean released, Money inBucket, Money inFree) {

    /** A share of a contribution that is not paid yet. */
    public static Share of(int no, UUID pool, Optional<String> bucket, Money amount) {
        Money nothing = Money.zero(amount.currency());
        return new Share(no, pool, bucket, amount, false, nothing, nothing);
    }

    public Share freed() {
        return new Share(no, pool, bucket, amount, true, inBucket, inFree);
    }

    /** What it has put into spendable money, wherever that stands. */
    public Money spendable() {
        return inBucket.plus(inFree);
    }

    Share with(Money bucketed, Money free) {
        return new Share(no, pool, bucket, amount, released, bucketed, free);
    }
}
