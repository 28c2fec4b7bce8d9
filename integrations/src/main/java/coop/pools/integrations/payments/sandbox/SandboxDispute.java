package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.DisputeFact;

/**
 * A dispute of the sandbox. Times are seconds since 1970, {@code decidedAt} is 0 until it is decided.
 *
 * @param feeMinor what the processor takes for it; kept when the dispute is lost, given back when it is won
 */
public record SandboxDispute(
        String id, long amountMinor, long feeMinor, DisputeFact.State state, long createdAt, long decidedAt) {
    String takenTransactionId() {
        return "txn_sandbox_" + id;
    }

    String givenBackTransactionId() {
        return takenTransactionId() + "_back";
    }

    boolean open() {
        return state == DisputeFact.State.OPEN;
    }

    SandboxDispute decided(DisputeFact.State outcome, long at) {
        return new SandboxDispute(id, amountMinor, feeMinor, outcome, createdAt, at);
    }
}
