package coop.pools.ledger.domain;

/** The names of the accounts that every book shares, and what a name says about its account. */
public final class Accounts {
    public static final String PENDING = "assets:held:pending";
    public static final String AVAILABLE = "assets:held:available";
    public static final String RESERVED = "assets:held:reserved";
    public static final String CONTRIBUTIONS = "income:contributions";
    public static final String CARD_FEES = "expenses:card-fees";
    public static final String DISPUTE_FEES = "expenses:dispute-fees";
    public static final String PAYOUTS = "expenses:payouts";
    /** Taken by the bank while a payment is disputed. */
    public static final String DISPUTED = "assets:receivable:disputes";
    /** Lost disputes: owed by the contributor, never by the others. */
    public static final String OWED_BY_CONTRIBUTORS = "assets:receivable:contributors";
    /** What the book lacks: more was taken back than it had. While it is above zero payouts are stopped. */
    public static final String SHORTFALL = "liabilities:shortfall";

    /** What every bucket's account begins with. */
    public static final String BUCKETS = "assets:held:bucket:";

    private Accounts() {}

    /** In a Pool's book: what is in a bucket of its own. */
    public static String bucket(String bucketSlug) {
        return BUCKETS + bucketSlug;
    }

    /** In a Pool's book: what it has in a Flood. */
    public static String inFlood(String floodSlug) {
        return "assets:floods:" + floodSlug;
    }

    /** In a Pool's book: what a Flood has spent of it. */
    public static String spentByFlood(String floodSlug) {
        return "expenses:floods:" + floodSlug;
    }

    /** In a Flood's book: what a Pool has in it, free to be spent. */
    public static String stakeOf(String poolSlug) {
        return "equity:stakes:" + poolSlug;
    }

    /** In a Flood's book: what is already promised of a Pool's stake. */
    public static String committedBy(String poolSlug) {
        return "equity:committed:" + poolSlug;
    }

    /** Whether a debit raises the balance: assets and expenses. */
    public static boolean isDebitNormal(String name) {
        return name.startsWith("assets:") || name.startsWith("expenses:");
    }

    /** Whether the balance may never fall below zero: what is held, and what is owed to a Pool. */
    public static boolean isGuarded(String name) {
        return name.startsWith("assets:") || name.startsWith("equity:");
    }
}
