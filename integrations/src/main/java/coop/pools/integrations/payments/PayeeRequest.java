package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.Optional;

/** Someone to be paid. {@code payeeId} is the idempotency key; {@code country} is ISO 3166 alpha-2. */
public record PayeeRequest(
        String payeeId, String displayName, Optional<String> email, String country, Currency currency) {}
