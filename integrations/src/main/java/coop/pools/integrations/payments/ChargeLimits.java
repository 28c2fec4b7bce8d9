package coop.pools.integrations.payments;

/**
 * What can be charged in one currency, in its smallest unit.
 *
 * @param supported false when the processor or Pools cannot handle the currency; the other values are then 0
 */
public record ChargeLimits(boolean supported, long minimumMinor, long maximumMinor) {
    public static final ChargeLimits UNSUPPORTED = new ChargeLimits(false, 0, 0);
}
