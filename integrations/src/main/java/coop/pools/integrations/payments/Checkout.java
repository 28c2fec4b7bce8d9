package coop.pools.integrations.payments;

import java.time.Instant;

/** An open payment page: the processor's id for it, where to send the payer, and until when. */
public record Checkout(String id, String url, Instant expiresAt) {}
