package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.RecurringFacts.ChargeState;

/**
 * One period's bill of the sandbox. Times are seconds since 1970.
 *
 * @param number from 1
 * @param attempts how often it was tried to be paid
 * @param changedAt when it came to its present state
 * @param retryAt when an open one is tried again; 0 for never
 */
public record SandboxBill(
        int number, long amountMinor, ChargeState state, int attempts, long createdAt, long changedAt, long retryAt) {
    static SandboxBill paid(int number, long amountMinor, long at) {
        return new SandboxBill(number, amountMinor, ChargeState.PAID, 1, at, at, 0);
    }

    static SandboxBill dropped(int number, long amountMinor, long at) {
        return new SandboxBill(number, amountMinor, ChargeState.DROPPED, 0, at, at, 0);
    }

    static SandboxBill declined(int number, long amountMinor, long at, long retryAt) {
        return new SandboxBill(number, amountMinor, ChargeState.OPEN, 1, at, at, retryAt);
    }

    boolean open() {
        return state == ChargeState.OPEN;
    }

    SandboxBill paidAt(long at) {
        return new SandboxBill(number, amountMinor, ChargeState.PAID, attempts + 1, createdAt, at, 0);
    }

    SandboxBill declinedAt(long at, long nextAt) {
        return new SandboxBill(number, amountMinor, ChargeState.OPEN, attempts + 1, createdAt, at, nextAt);
    }

    SandboxBill droppedAt(long at) {
        return new SandboxBill(number, amountMinor, ChargeState.DROPPED, attempts, createdAt, at, 0);
    }
}
