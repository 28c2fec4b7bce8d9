package coop.pools.integrations.payments.sandbox;

import static coop.pools.integrations.payments.sandbox.SandboxPayments.refused;

import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeAccount.State;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.TransferRequest;
import coop.pools.integrations.payments.sandbox.SandboxShelf.Next;
import coop.pools.integrations.payments.stripe.StripeAmounts;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Accounts of the sandbox and the transfers to them. The sandbox always has the money that is sent. */
final class SandboxPayees {
    private static final String PREFIX = "acct_sandbox_";

    private static final Duration UNTIL_BACK = Duration.ofDays(2);

    private final String publicUrl;
    private final SandboxState state;
    private final SandboxShelf<SandboxPayee> payees;
    private final SandboxShelf<SandboxTransfer> transfers;
    private final SandboxShelf<SandboxBank> banks;
    private final SandboxJournal journal;

    SandboxPayees(SandboxSettings settings, SandboxState state, SandboxJournal journal) {
        this.publicUrl = settings.publicUrl();
        this.state = state;
        this.payees = new SandboxShelf<>(state, SandboxPayee.class);
        this.transfers = new SandboxShelf<>(state, SandboxTransfer.class);
        this.banks = new SandboxShelf<>(state, SandboxBank.class);
        this.journal = journal;
    }

    static String accountOf(String payeeId) {
        return PREFIX + payeeId;
    }

    PayeeAccount create(PayeeRequest request, String accountId) {
        if (!ChargeCurrencies.limits(request.currency()).supported()) {
            throw refused("currency_unsupported");
        }
        SandboxPayee wanted = new SandboxPayee(
                accountId,
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

    /** Whether money can be sent to it: to a Pool's own account only once that was asked for. */
    PayeeAccount readReceiving(String accountId) {
        SandboxPayee payee = known(accountId);
        return new PayeeAccount(accountId, receives(payee) ? State.READY : State.PENDING);
    }

    void allowTransfers(String accountId) {
        state.add(receivingOf(known(accountId)), "asked");
    }

    private boolean receives(SandboxPayee payee) {
        return payee.ready()
                && (!payee.charged() || state.read(receivingOf(payee)).isPresent());
    }

    private static String receivingOf(SandboxPayee payee) {
        return "receiving_" + payee.accountId();
    }

    /** Money can be charged on no account but a Pool's own that is ready. */
    void requireCharged(Optional<String> account) {
        if (account.isPresent()
                && find(account.get())
                        .filter(found -> found.charged() && found.ready())
                        .isEmpty()) {
            throw refused("insufficient_capabilities");
        }
    }

    String onboardingLink(String accountId, String returnUrl) {
        known(accountId);
        payees.change(accountId, payee -> new Step(payee.returningTo(returnUrl)));
        return publicUrl + "/sandbox/onboarding/" + accountId;
    }

    List<SignedEvent> completeOnboarding(String accountId) {
        known(accountId);
        SandboxPayee payee = payees.change(accountId, before -> new Step(before.onboarded(journal.now())))
                .next();
        return journal.note(
                accountId + "_onboarded", payee.readyAt(), accountId, SandboxEvents.onboarded(payee), List.of());
    }

    TransferReceipt send(TransferRequest request) {
        StripeAmounts.transfer(request.amountMinor(), request.currency());
        if (request.amountMinor() <= 0) {
            throw refused("parameter_invalid_integer");
        }
        SandboxPayee payee = known(request.accountId());
        if (!receives(payee)) {
            throw refused("insufficient_capabilities_for_transfer");
        }
        long now = journal.now();
        SandboxTransfer wanted = new SandboxTransfer(
                "tr_sandbox_" + request.payoutId(),
                request.payoutId(),
                request.accountId(),
                request.amountMinor(),
                request.currency().getCurrencyCode(),
                request.transferGroup(),
                now,
                payee.sendsBack() ? now + UNTIL_BACK.toSeconds() : 0,
                false);
        SandboxTransfer transfer = transfers.addOrGet(wanted.id(), wanted);
        if (!transfer.sameOrder(wanted)) {
            throw refused("idempotency_error");
        }
        note(transfer);
        journal.tellSoon(transfer.id(), transfer.createdAt());
        return receipt(transfer);
    }

    private List<SignedEvent> note(SandboxTransfer transfer) {
        if (transfer.reversedAt() > 0) {
            journal.later(transfer.reversedAt(), "reverse " + transfer.id());
        }
        if (known(transfer.accountId()).charged()) {
            // Its movements are compared with the books too.
            journal.note(
                    transfer.id() + "_in",
                    transfer.createdAt(),
                    transfer.accountId(),
                    List.of(),
                    List.of(transfer.arrival()));
        }
        return journal.note(
                transfer.id(),
                transfer.createdAt(),
                "",
                List.of(SandboxEvents.transferred(transfer, false)),
                List.of(transfer.movement()));
    }

    /** The payee's bank has sent the money back. */
    List<SignedEvent> reverse(String transferId) {
        SandboxTransfer back =
                transfers.change(transferId, before -> new Back(before.back())).next();
        if (known(back.accountId()).charged()) {
            journal.note(
                    transferId + "_refund", back.reversedAt(), back.accountId(), List.of(), List.of(back.takenBack()));
        }
        return journal.note(
                transferId + "_back",
                back.reversedAt(),
                "",
                List.of(SandboxEvents.transferred(back, true)),
                List.of(back.movement()));
    }

    Optional<TransferReceipt> findTransfer(String payoutId) {
        return transfers.find("tr_sandbox_" + payoutId).map(SandboxPayees::receipt);
    }

    List<SignedEvent> transferEvents(String payoutId) {
        return transfers
                .find("tr_sandbox_" + payoutId)
                .map(transfer -> transfer.reversed() ? reverse(transfer.id()) : note(transfer))
                .orElseGet(List::of);
    }

    Optional<String> bankDetails(String accountId) {
        SandboxPayee payee = known(accountId);
        return payee.ready()
                ? Optional.of(banks.find(bankOf(accountId))
                        .map(SandboxBank::fingerprint)
                        .orElseGet(() -> SandboxBank.first(accountId).fingerprint()))
                : Optional.empty();
    }

    List<SignedEvent> changeBankDetails(String accountId) {
        known(accountId);
        banks.addOrGet(bankOf(accountId), SandboxBank.first(accountId));
        SandboxBank bank = banks.change(bankOf(accountId), before -> new Changed(before.another()))
                .next();
        String name = bankOf(accountId) + "_" + bank.number();
        return journal.note(
                name, journal.now(), accountId, List.of(SandboxEvents.bankChanged(bank, journal.now())), List.of());
    }

    private static String bankOf(String accountId) {
        return "bank_" + accountId;
    }

    private record Changed(SandboxBank next) implements Next<SandboxBank> {}

    private record Step(SandboxPayee next) implements Next<SandboxPayee> {}

    private record Back(SandboxTransfer next) implements Next<SandboxTransfer> {}

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
                transfer.reversed());
    }
}
