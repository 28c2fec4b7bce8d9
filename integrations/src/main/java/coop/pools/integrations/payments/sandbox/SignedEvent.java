package coop.pools.integrations.payments.sandbox;

/**
 * A webhook to deliver: the raw body, the value of the {@code Stripe-Signature} header, and whether it belongs to the
 * Connect endpoint. Good for five minutes; delivering it again changes nothing.
 */
public record SignedEvent(byte[] body, String signatureHeader, boolean connect) {}
