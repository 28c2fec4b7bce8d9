package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * One Pool's part of a contribution, or the platform's, and where its money stands.
 *
 * @param no from 1, in the order in which the payer named them
 * @param bucket the slug of the Pool's bucket it is meant for; empty for the Pool as a whole
 * @param amount of the charge, above zero
 * @param released whether what is left after fees may be spent; before that it is pending
 * @param atOnce whether it may be spent as soon as it is paid
 * @param inBucket what it has put into the bucket and not taken back, zero or more
 * @param inFree what it has put into what the Pool can spend freely; below zero what it has drawn from there
 * @param part whose it is
 */
public record Share(
        int no,
        UUID pool,
        Optional<String> bucket,
        Money amount,
        boolean atOnce,
        boolean released,
        Money inBucket,
        Money inFree,
        Part part) {

    /** Whose a share is: a Pool's, or of fee and tip the community's or the operator's; then {@code pool} is their book. */
    public enum Part {
        POOL,
        COMMUNITY,
        OPERATOR
    }

    /** A share of a contribution that is not paid yet. */
    public static Share of(int no, UUID pool, Optional<String> bucket, Money amount) {
        Money nothing = Money.zero(amount.currency());
        return new Share(no, pool, bucket, amount, false, false, nothing, nothing, Part.POOL);
    }

    /** Of fee and tip: what goes into that book. */
    public static Share ofPlatform(int no, UUID book, Part part, Money amount) {
        Money nothing = Money.zero(amount.currency());
        return new Share(no, book, Optional.empty(), amount, false, false, nothing, nothing, part);
    }

    /** Whether a Pool gets it. */
    public boolean isOfPool() {
        return part == Part.POOL;
    }

    /** The same, to be spent as soon as it is paid. */
    public Share freeAtOnce() {
        return new Share(no, pool, bucket, amount, true, released, inBucket, inFree, part);
    }

    /** Whether this is the same part of the same payment, wherever its money stands by now. */
    public boolean sameAs(Share other) {
        return no == other.no && pool.equals(other.pool) && bucket.equals(other.bucket) && amount.equals(other.amount);
    }

    public Share freed() {
        return new Share(no, pool, bucket, amount, atOnce, true, inBucket, inFree, part);
    }

    /** What it has put into spendable money, wherever that stands. */
    public Money spendable() {
        return inBucket.plus(inFree);
    }

    Share with(Money bucketed, Money free) {
        return new Share(no, pool, bucket, amount, atOnce, released, bucketed, free, part);
    }
}
