package coop.pools.flood.domain;

import coop.pools.ledger.domain.Accounts;
import java.util.Locale;

/**
 * How a Pool's money belongs to a Flood: kept for it in the Pool's own book and custody, or handed over to the Flood's
 * book. Each has accounts of its own, so that both can stand side by side. The compact says which one counts for new
 * money; source: article F5.
 */
public enum Fund {
    /** In the Flood's book. */
    TRANSFER {
        @Override
        public String free(String pool) {
            return Accounts.stakeOf(pool);
        }

        @Override
        public String committed(String pool) {
            return Accounts.committedBy(pool);
        }

        @Override
        public String inBucket(String bucket, String pool) {
            return Accounts.bucketStakeOf(bucket, pool);
        }

        @Override
        public String asset(String held) {
            return held;
        }

        @Override
        public String atPool(String flood) {
            return Accounts.inFlood(flood);
        }
    },
    /** In the Pool's book, reserved for the Flood until it is paid. */
    EARMARK {
        @Override
        public String free(String pool) {
            return Accounts.earmarkOf(pool);
        }

        @Override
        public String committed(String pool) {
            return Accounts.earmarkCommittedBy(pool);
        }

        @Override
        public String inBucket(String bucket, String pool) {
            return Accounts.bucketEarmarkOf(bucket, pool);
        }

        @Override
        public String asset(String held) {
            return Accounts.keptByPools(held);
        }

        @Override
        public String atPool(String flood) {
            return Accounts.earmarkedFor(flood);
        }
    };

    /** In the Flood's book: what is free of a Pool's part. Arguments here and below are slugs. */
    public abstract String free(String pool);

    /** In the Flood's book: what is promised to payments. */
    public abstract String committed(String pool);

    /** In the Flood's book: a Pool's part of a bucket. */
    public abstract String inBucket(String bucket, String pool);

    /** In the Flood's book: the other side of them. {@code held} names the account of money handed over. */
    public abstract String asset(String held);

    /** In the Pool's book: all of it. */
    public abstract String atPool(String flood);

    /** The word in the compact and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Fund of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
