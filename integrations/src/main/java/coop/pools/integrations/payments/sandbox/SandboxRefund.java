package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.RefundFact;

/**
 * A refund of the sandbox. Times are seconds since 1970.
 *
 * @param ours the id that Pools gave it; empty for one made in the processor's dashboard
 * @param key the idempotency key it was made by
 * @param changesAt when it will become something else, or has; 0 for never
 */
public record SandboxRefund(
        String id, String ours, String key, long amountMinor, RefundFact.State state, long createdAt, long changesAt) {
    /** What the processor's books know the money that leaves by. */
    String transactionId() {
        return "txn_sandbox_" + id;
    }

    /** What they know the money that comes back by. */
    String failureTransactionId() {
        return transactionId() + "_failure";
    }

    SandboxRefund in(RefundFact.State next) {
        return new SandboxRefund(id, ours, key, amountMinor, next, createdAt, changesAt);
    }
}
