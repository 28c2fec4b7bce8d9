package coop.pools.integrations.payments.sandbox;

/** Which bank account a payee has named, counted from 1. */
record SandboxBank(String accountId, int number) {
    static SandboxBank first(String accountId) {
        return new SandboxBank(accountId, 1);
    }

    SandboxBank another() {
        return new SandboxBank(accountId, number + 1);
    }

    String fingerprint() {
        return "bank-" + number;
    }
}
