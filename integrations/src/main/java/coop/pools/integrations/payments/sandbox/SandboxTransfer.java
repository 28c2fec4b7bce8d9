package coop.pools.integrations.payments.sandbox;

/** A transfer of the sandbox; one for each payout at most. {@code createdAt} is in seconds since 1970. */
record SandboxTransfer(
        String id,
        String payoutId,
        String accountId,
        long amountMinor,
        String currencyCode,
        String transferGroup,
        long createdAt) {
    boolean sameOrder(SandboxTransfer other) {
        return accountId.equals(other.accountId)
                && amountMinor == other.amountMinor
                && currencyCode.equals(other.currencyCode);
    }
}
