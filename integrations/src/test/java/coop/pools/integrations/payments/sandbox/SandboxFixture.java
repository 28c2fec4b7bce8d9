package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.CheckoutRequest;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.Page;
import coop.pools.integrations.payments.PaymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A sandbox whose clock the test moves; what its clock makes happen is delivered in order. */
final class SandboxFixture {
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    static final Currency EUR = Currency.getInstance("EUR");
    static final Optional<String> PLATFORM = Optional.empty();

    final SteppingClock clock = new SteppingClock(START);
    final SandboxState state = new InMemorySandboxState();
    final SandboxPaymentProcessor sandbox = node();

    SandboxPaymentProcessor node() {
        return new SandboxPaymentProcessor(
                new SandboxSettings(
                        "https://pools.test/", EventSecrets.parse("whsec_p", "whsec_c"), FeeTable.defaults()),
                state,
                clock);
    }

    /** Opens a page and pays on it. */
    PayResult pay(String contribution, long amountMinor, String card, Optional<String> account) {
        sandbox.createCheckout(order(contribution, amountMinor, account));
        return sandbox.pay(SandboxPaymentProcessor.checkoutOf(contribution), card);
    }

    static CheckoutRequest order(String contribution, long amountMinor, Optional<String> account) {
        return new CheckoutRequest(
                contribution,
                amountMinor,
                EUR,
                "Friends",
                "pool_7",
                Optional.empty(),
                "https://pools.test/ok",
                "https://pools.test/back",
                account);
    }

    /** Time passes, and everything that falls due happens. */
    List<PaymentEvent> after(Duration time) {
        clock.advance(time);
        List<PaymentEvent> told = new ArrayList<>();
        for (List<SandboxTask> due = sandbox.due(10); !due.isEmpty(); due = sandbox.due(10)) {
            for (SandboxTask task : due) {
                told.addAll(read(task.events()));
                sandbox.done(task.id());
            }
        }
        return told;
    }

    List<PaymentEvent> read(List<SignedEvent> events) {
        return events.stream()
                .map(event -> sandbox.readEvent(event.body(), event.signatureHeader(), event.connect()))
                .toList();
    }

    List<BalanceTransaction> transactions(Optional<String> account) {
        List<BalanceTransaction> all = new ArrayList<>();
        Page<BalanceTransaction> page = sandbox.listBalanceTransactions(START, Optional.empty(), account);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = sandbox.listBalanceTransactions(START, page.next(), account);
            all.addAll(page.items());
        }
        return all;
    }

    long balance() {
        return transactions(PLATFORM).stream()
                .mapToLong(BalanceTransaction::netMinor)
                .sum();
    }
}
