package coop.pools.integrations.payments.sandbox;

/**
 * A transfer of the sandbox; one for each payout at most. Times are seconds since 1970.
 *
 * @param reversedAt when it will come back or has come back; 0 for never
 * @param reversed whether it has
 */
record SandboxTransfer(
        String id,
        String payoutId,
        String accountId,
        long amountMinor,
        String currencyCode,
        String transferGroup,
        long createdAt,
        long reversedAt,
        boolean reversed) {
    boolean sameOrder(SandboxTransfer other) {
        return accountId.equals(other.accountId)
                && amountMinor == other.amountMinor
                && currencyCode.equals(other.currencyCode);
    }

    SandboxTransfer back() {
        return new SandboxTransfer(
                id, payoutId, accountId, amountMinor, currencyCode, transferGroup, createdAt, reversedAt, true);
    }

    /** The money as it comes to a Pool's own account. */
    SandboxMovement arrival() {
        return new SandboxMovement(
                "txn_sandbox_" + id + "_in", "charge", id, "", amountMinor, 0, currencyCode, createdAt, createdAt);
    }

    /** The money as it is taken back from a Pool's own account. */
    SandboxMovement takenBack() {
        return new SandboxMovement(
                "txn_sandbox_" + id + "_refund",
                "refund",
                id,
                "",
                -amountMinor,
                0,
                currencyCode,
                reversedAt,
                reversedAt);
    }

    /** The money that leaves, or comes back. */
    SandboxMovement movement() {
        return new SandboxMovement(
                "txn_sandbox_" + id + (reversed ? "_back" : ""),
                reversed ? "transfer_reversal" : "transfer",
                id,
                "",
                reversed ? amountMinor : -amountMinor,
                0,
                currencyCode,
                reversed ? reversedAt : createdAt,
                reversed ? reversedAt : createdAt);
    }
}
