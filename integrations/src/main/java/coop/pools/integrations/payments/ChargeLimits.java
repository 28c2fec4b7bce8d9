package coop.pools.integrations.payments;

/**
 * What can be charged and paid in one currency, in its smallest unit by ISO 4217.
 *
 * @param supported false when the processor or Pools cannot handle the currency; the other values are then 0
 * @param stepMinor every charge and refund is a multiple of this; 1 in most currencies
 * @param transferStepMinor every transfer to a payee is a multiple of this; 1 in most currencies
 */
public record ChargeLimits(
        boolean supported, long minimumMinor, long maximumMinor, long stepMinor, long transferStepMinor) {
    public static final ChargeLimits UNSUPPORTED = new ChargeLimits(false, 0, 0, 0, 0);

    /** Whether an amount can be charged as it is. */
    public boolean chargeable(long amountMinor) {
        return supported && amountMinor >= minimumMinor && amountMinor <= maximumMinor && amountMinor % stepMinor == 0;
    }

    /** The most that can be refunded of an amount: less than a step stays where it is. */
    public long refundable(long amountMinor) {
        return supported ? amountMinor - Math.floorMod(amountMinor, stepMinor) : amountMinor;
    }
}
