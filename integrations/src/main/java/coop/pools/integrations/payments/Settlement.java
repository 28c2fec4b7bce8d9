package coop.pools.integrations.payments;

import java.time.Instant;
import java.util.Currency;

/** The exact fee of a payment and when the rest can be spent. */
public record Settlement(long feeMinor, Currency currency, Instant availableOn, String balanceTransactionId) {}
