package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeAccount.State;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.TransferRequest;
import coop.pools.integrations.payments.sandbox.SandboxShelf.Next;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Payees of the sandbox and the transfers to them. The sandbox has no balance: it always has the money. */
final class SandboxPayees {
    private static final String PREFIX = "acct_sandbox_";

    private final String publicUrl;
    private final SandboxShelf<SandboxPayee> payees;
    private final SandboxShelf<SandboxTransfer> transfers;
    private final SandboxEvents events;
    private final Clock clock;

    SandboxPayees(SandboxSettings settings, SandboxState state, SandboxEvents events, Clock clock) {
        this.publicUrl = settings.publicUrl();
        this.payees = new SandboxShelf<>(state, SandboxPayee.class);
        this.transfers = new SandboxShelf<>(state, SandboxTransfer.class);
        this.events = events;
        this.clock = clock;
    }

    static String accountOf(String payeeId) {
        return PREFIX + payeeId;
    }

    PayeeAccount create(PayeeRequest request) {
        if (!ChargeCurrencies.limits(request.currency()).supported()) {
            throw refused("currency_unsupported");
        }
        SandboxPayee wanted = new SandboxPayee(
                accountOf(request.payeeId()),
                request.payeeId(),
                request.displayName(),
                request.country(),
                request.currency().getCurrencyCode(),
                false,
                0,
                "");
        SandboxPayee payee = payees.addOrGet(wanted.accountId(), wanted);
        if (!payee.sameOrder(wanted)) {
            throw refused("idempotency_error");
        }
        return account(payee);
    }

    Optional<SandboxPayee> find(String accountId) {
        return accountId.startsWith(PREFIX) ? payees.find(accountId) : Optional.empty();
    }

    PayeeAccount read(String accountId) {
        return account(known(accountId));
    }

    String onboardingLink(String accountId, String returnUrl) {
        known(accountId);
        payees.change(accountId, payee -> new Step(payee.returningTo(returnUrl)));
        return publicUrl + "/sandbox/onboarding/" + accountId;
    }

    List<SignedEvent> completeOnboarding(String accountId) {
        known(accountId);
        long now = clock.instant().getEpochSecond();
        Step step = payees.change(accountId, payee -> new Step(payee.onboarded(now)));
        return events.onboarded(step.next());
    }

    TransferReceipt send(TransferRequest request) {
        if (!ChargeCurrencies.limits(request.currency()).supported()) {
            throw refused("currency_unsupported");
        }
        if (request.amountMinor() <= 0) {
            throw refused("parameter_invalid_integer");
        }
        if (!known(request.accountId()).ready()) {
            throw refused("insufficient_capabilities_for_transfer");
        }
        SandboxTransfer wanted = new SandboxTransfer(
                "tr_sandbox_" + request.payoutId(),
                request.payoutId(),
                request.accountId(),
                request.amountMinor(),
                request.currency().getCurrencyCode(),
                request.transferGroup(),
                clock.instant().getEpochSecond());
        SandboxTransfer transfer = transfers.addOrGet(wanted.id(), wanted);
        if (!transfer.sameOrder(wanted)) {
            throw refused("idempotency_error");
        }
        return receipt(transfer);
    }

    Optional<TransferReceipt> findTransfer(String payoutId) {
        return transfers.find("tr_sandbox_" + payoutId).map(SandboxPayees::receipt);
    }

    List<SignedEvent> transferEvents(String payoutId) {
        return transfers.find("tr_sandbox_" + payoutId).map(events::transferred).stream()
                .toList();
    }

    private record Step(SandboxPayee next) implements Next<SandboxPayee> {}

    private SandboxPayee known(String accountId) {
        return find(accountId).orElseThrow(() -> refused("resource_missing"));
    }

    private static PayeeAccount account(SandboxPayee payee) {
        return new PayeeAccount(payee.accountId(), payee.ready() ? State.READY : State.PENDING);
    }

    private static TransferReceipt receipt(SandboxTransfer transfer) {
        return new TransferReceipt(
                transfer.id(),
                transfer.payoutId(),
                transfer.accountId(),
                transfer.amountMinor(),
                Currency.getInstance(transfer.currencyCode()),
                false);
    }

    private static PaymentFailure refused(String code) {
        return new PaymentFailure(Outcome.REJECTED, code, "the sandbox refuses: " + code, null);
    }
}
