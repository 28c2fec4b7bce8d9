package coop.pools.integrations.payments;

/**
 * How an amount of a currency crosses to the processor and back: {@code theirs = ours * timesOurs / dividedBy}.
 *
 * @param digits how many decimals the currency has by ISO 4217, which is what our smallest unit is
 * @param step every charge is a multiple of this in our unit
 * @param transferStep every transfer is a multiple of this in our unit
 */
enum ChargeUnit {
    /** The same on both sides. */
    TWO_DECIMALS(2, 1, 1, 1, 1),
    /** Charged with two decimals, sent in whole units only. */
    WHOLE_WHEN_SENT(2, 1, 1, 1, 100),
    /** Two decimals by ISO, none at the processor. */
    WHOLE_AT_THE_PROCESSOR(2, 1, 100, 100, 100),
    /** The same on both sides. */
    NO_DECIMALS(0, 1, 1, 1, 1),
    /** None by ISO; the processor takes them with two decimals that are always 00. */
    PADDED_AT_THE_PROCESSOR(0, 100, 1, 1, 1),
    /** The same on both sides, but the last digit is always 0. */
    THREE_DECIMALS(3, 1, 1, 10, 10);

    final int digits;
    final long timesOurs;
    final long dividedBy;
    final long step;
    final long transferStep;

    ChargeUnit(int digits, long timesOurs, long dividedBy, long step, long transferStep) {
        this.digits = digits;
        this.timesOurs = timesOurs;
        this.dividedBy = dividedBy;
        this.step = step;
        this.transferStep = transferStep;
    }
}
