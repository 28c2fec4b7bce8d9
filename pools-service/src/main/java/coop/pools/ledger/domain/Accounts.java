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

    /**
     * Kept back, where the Pool's money is held now, because as much was taken from it where it was held before a change
     * of custody.
     */
    public static final String KEPT_BACK = "assets:kept-back";
    /** Taken from what the operator holds, for a Pool whose money is on its own account by then. */
    public static final String OWED_TO_OPERATOR = "liabilities:operator";
    /** Taken from the Pool's former account, after its money came to the operator. */
    public static final String OWED_TO_OWN_ACCOUNT = "liabilities:own-account";
    /** With the operator, for a Pool whose money is on its own account by then. */
    public static final String WITH_OPERATOR = "assets:receivable:operator";
    /** With the operator still, on its way to the Pool's own account. */
    public static final String COMING_HOME = "assets:coming-home";

    /** On the Pool's former account, after its money came to the operator. */
    public static final String ON_OWN_ACCOUNT = "assets:receivable:own-account";

    /** What every bucket's account begins with. */
    public static final String BUCKETS = "assets:held:bucket:";

    /** In a Pool's book: what the accounts of what is on its way to Floods begin with. */
    public static final String ON_THE_WAY = "assets:on-the-way:";

    /** In a Pool's book: what the accounts of what it keeps for Floods begin with. */
    public static final String EARMARKED_FOR = "assets:held:earmarked:";

    /** In a Flood's book: what the accounts of what Pools keep for it begin with. */
    public static final String KEPT_BY_POOLS = "assets:earmarked:";

    private Accounts() {}

    /** In a Pool's book: what is in a bucket of its own. */
    public static String bucket(String bucketSlug) {
        return BUCKETS + bucketSlug;
    }

    /** In a Pool's book: what it has in a Flood. */
    public static String inFlood(String floodSlug) {
        return "assets:floods:" + floodSlug;
    }

    /** In a Pool's book: what has left its own account for a Flood and not arrived there yet. */
    public static String onTheWayTo(String floodSlug) {
        return ON_THE_WAY + floodSlug;
    }

    /** In a Pool's book: what it keeps for a Flood, in its own custody. */
    public static String earmarkedFor(String floodSlug) {
        return EARMARKED_FOR + floodSlug;
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

    /** In a Flood's book: what a Pool has in one of its buckets. */
    public static String bucketStakeOf(String bucketSlug, String poolSlug) {
        return "equity:bucket:" + bucketSlug + ":" + poolSlug;
    }

    /** In a Flood's book: what a Pool keeps for it, free to be spent. */
    public static String earmarkOf(String poolSlug) {
        return "equity:earmarks:" + poolSlug;
    }

    /** In a Flood's book: what is already promised of what a Pool keeps for it. */
    public static String earmarkCommittedBy(String poolSlug) {
        return "equity:earmarks-committed:" + poolSlug;
    }

    /** In a Flood's book: what a Pool keeps for one of its buckets. */
    public static String bucketEarmarkOf(String bucketSlug, String poolSlug) {
        return "equity:earmarks-bucket:" + bucketSlug + ":" + poolSlug;
    }

    /** In a Flood's book: a member's part of what the Flood has in a larger one. {@code kind} says in which way. */
    public static String partAbove(String kind, String floodSlug, String member) {
        return "equity:" + kind + ":" + floodSlug + ":" + member;
    }

    /** In a Flood's book: what its members bore of what a larger Flood has spent of it. */
    public static String borneFor(String floodSlug) {
        return "income:floods:" + floodSlug;
    }

    /** The account of what Pools keep for a Flood that goes with an account of what the Flood holds. */
    public static String keptByPools(String held) {
        return KEPT_BY_POOLS + held.substring("assets:held:".length());
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
