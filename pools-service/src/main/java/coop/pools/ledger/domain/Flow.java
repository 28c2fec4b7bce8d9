package coop.pools.ledger.domain;

/** Which way a transfer goes, seen from the money that a book holds. */
public enum Flow {
    /** Into what is held. */
    IN,
    /** Out of what is held. */
    OUT,
    /** From one part of what is held to another. */
    INSIDE,
    /** Between accounts that hold nothing, such as a receivable that is written off. */
    BESIDE;

    private static final String HELD = "assets:held:";

    public static Flow of(String debit, String credit) {
        boolean arrives = debit.startsWith(HELD);
        boolean leaves = credit.startsWith(HELD);
        if (arrives && leaves) {
            return INSIDE;
        }
        return arrives ? IN : leaves ? OUT : BESIDE;
    }
}
