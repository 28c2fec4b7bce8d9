package coop.pools.payout.domain;

import java.util.UUID;

/**
 * What a Pool has decided to hand over to a Flood and has not arrived yet.
 *
 * @param amountMinor in the currency's smallest unit
 * @param sent whether stewards have sent it; what was sent is not the Pool's to spend any more
 */
public record Coming(UUID payout, UUID pool, String poolName, long amountMinor, String currency, boolean sent) {}
