package coop.pools.integrations.payments;

import java.util.Currency;

/** Money to send to a payee. {@code payoutId} is the idempotency key and stands in the transfer's metadata. */
public record TransferRequest(
        String payoutId, String accountId, long amountMinor, Currency currency, String transferGroup) {}
