package coop.pools.integrations.payments;

import java.util.Currency;

/** A transfer that exists at the processor. */
public record TransferReceipt(
        String transferId, String payoutId, String accountId, long amountMinor, Currency currency, boolean reversed) {}
