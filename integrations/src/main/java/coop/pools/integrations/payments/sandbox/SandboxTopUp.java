package coop.pools.integrations.payments.sandbox;

import java.util.Currency;

/**
 * Money that the operator has brought.
 *
 * @param leftMinor what banks have not taken back, in the currency's smallest unit
 * @param parts in how many parts they have
 */
public record SandboxTopUp(Currency currency, long leftMinor, int parts) {}
