package coop.pools.bench;

/** What is promised, as ratios within one run. A release does not ship below the floor; the goal is what we announce. */
public enum Goal {
    G1("webhooks into one hot Pool / pgledger's hot account, 0.28 of a plain SQL ledger's", 10, 15),
    G2("webhooks into one hot Pool / bare hellos", 1 / 5.0, 1 / 3.0),
    G4("99th percentile / median of a webhook's answer", 6, 3),
    G5("with the chain / without it", 0.90, 0.95),
    G6("webhooks on H2, durable / one commit and sync each", 3, 4),
    G9("live results of every Pool, kept with the ballots / a GROUP BY over the ballots", 0.1, 0.04),
    G10("full recount of a Flood with delegates, proof written / a GROUP BY over as many ballots", 3, 2),
    RECURSIVE("recursive SQL over the delegates / that full recount", 10, 10),
    OPENING("opening a vote of a Flood of nested Floods / counting its people once", 1.25, 1),
    G11("delegates of a million in memory / a million random loads", 15, 10),
    G11_FLOOD("the same, and each Pool's result in nested Floods / a million random loads", 15, 10),
    G12("ballots cast, durable / bare hellos", 1 / 5.0, 1 / 3.0),
    G12_FLOOD("ballots cast into a Flood of nested Floods, durable / bare hellos", 1 / 5.0, 1 / 3.0),
    G12_SIZE("ballots cast among very many / among a hundred", 0.8, 0.95),
    G14("verification of a book's file / bare hashing", 0.30, 0.40),
    G16("export of a book / the database's own copy", 0.50, 0.70),
    G19("bytes for a contribution's event and entries / 1,538", 0.6, 0.5);

    private final String what;
    private final double floor;
    private final double goal;

    Goal(String what, double floor, double goal) {
        this.what = what;
        this.floor = floor;
        this.goal = goal;
    }

    String what() {
        return what;
    }

    double floor() {
        return floor;
    }

    double goal() {
        return goal;
    }

    boolean isReachedBy(double ratio) {
        return reaches(ratio, goal);
    }

    boolean allows(double ratio) {
        return reaches(ratio, floor);
    }

    private boolean reaches(double ratio, double limit) {
        boolean lessIsBetter = goal < floor;
        return lessIsBetter ? ratio <= limit : ratio >= limit;
    }
}
