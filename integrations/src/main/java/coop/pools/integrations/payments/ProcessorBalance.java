package coop.pools.integrations.payments;

import java.util.Currency;

/**
 * What the processor holds for an account in one currency. Either may be below zero.
 *
 * @param availableMinor free to be sent
 * @param pendingMinor on its way in
 */
public record ProcessorBalance(Currency currency, long availableMinor, long pendingMinor) {}
