package coop.pools.integrations.payments.sandbox;

import static coop.pools.integrations.payments.sandbox.SandboxBilling.told;
import static coop.pools.integrations.payments.sandbox.SandboxPayments.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.integrations.payments.RecurringFacts.ChargeState;
import coop.pools.integrations.payments.RecurringFacts.State;
import coop.pools.integrations.payments.RecurringRequest.Every;
import coop.pools.integrations.payments.sandbox.PayResult.Status;
import coop.pools.integrations.payments.sandbox.SandboxCard.Behaviour;
import coop.pools.integrations.payments.sandbox.SandboxShelf.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Recurring contributions of the sandbox: begun on a page, renewed by the application's clock. */
final class SandboxSubscriptions {
    private static final String PREFIX = "sub_sandbox_";

    /** How long after a declined attempt the next one follows; after the last of them the subscription ends. */
    private static final List<Duration> RETRIES = List.of(Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7));

    private final String publicUrl;
    private final FeeTable fees;
    private final SandboxShelf<SandboxSubscription> shelf;
    private final SandboxPayments payments;
    private final SandboxJournal journal;

    SandboxSubscriptions(
            SandboxSettings settings, SandboxState state, SandboxPayments payments, SandboxJournal journal) {
        this.publicUrl = settings.publicUrl();
        this.fees = settings.fees();
        this.shelf = new SandboxShelf<>(state, SandboxSubscription.class);
        this.payments = payments;
        this.journal = journal;
    }

    /** A page was paid: the first bill is. Doing it again changes nothing and tells the same. */
    List<SignedEvent> begin(SandboxCheckout page) {
        SandboxSubscription wanted = new SandboxSubscription(
                page.contributionId(),
                page.account(),
                page.amountMinor(),
                page.currencyCode(),
                Every.valueOf(page.every()),
                page.title(),
                page.behaviour(),
                State.ACTIVE,
                page.paidAt(),
                false,
                0,
                List.of(SandboxBill.paid(1, page.amountMinor(), page.paidAt())));
        SandboxSubscription begun = shelf.addOrGet(wanted.id(), wanted);
        journal.later(wanted.periodEnd(), "renew " + wanted.id() + " 2");
        ObjectNode session = SandboxObjects.session(page, "complete", "paid").put("subscription", begun.id());
        List<ObjectNode> events = new ArrayList<>();
        events.add(told("created", begun.id(), page.paidAt(), wanted));
        events.add(SandboxEvents.event("checkout.session.completed", page.id(), page.paidAt(), session));
        return paid(wanted, wanted.bills().get(0), events);
    }

    Optional<SandboxSubscription> find(String subscriptionId) {
        return subscriptionId.startsWith(PREFIX) ? shelf.find(subscriptionId) : Optional.empty();
    }

    Optional<RecurringFacts> read(String subscriptionId, Optional<String> account) {
        return find(subscriptionId)
                .filter(found -> found.account().equals(account.orElse("")))
                .map(found -> SandboxBilling.facts(found, publicUrl));
    }

    RecurringFacts changeAmount(
            String subscriptionId, long amountMinor, Currency currency, String key, Optional<String> account) {
        SandboxCheckouts.requireChargeable(amountMinor, currency);
        return updated(subscriptionId, key, account, subscription -> {
            if (!subscription.currency().equals(currency)) {
                throw refused("currency_mismatch");
            }
            return requireGoing(subscription).costing(amountMinor);
        });
    }

    RecurringFacts pause(String subscriptionId, String key, Optional<String> account) {
        return updated(
                subscriptionId,
                key,
                account,
                subscription -> requireGoing(subscription).paused(journal.now()));
    }

    RecurringFacts resume(String subscriptionId, String key, Optional<String> account) {
        return updated(
                subscriptionId,
                key,
                account,
                subscription -> requireGoing(subscription).in(State.ACTIVE));
    }

    RecurringFacts cancelAtPeriodEnd(String subscriptionId, String key, Optional<String> account) {
        return updated(
                subscriptionId,
                key,
                account,
                subscription -> requireGoing(subscription).endingWithPeriod());
    }

    RecurringFacts cancel(String subscriptionId, String key, Optional<String> account) {
        return updated(
                subscriptionId,
                key,
                account,
                subscription -> subscription.ended() ? subscription : subscription.endedAt(journal.now()));
    }

    private record Step(SandboxSubscription next) implements Next<SandboxSubscription> {}

    /** A change that Pools asks for; its webhook comes by the clock. */
    private RecurringFacts updated(
            String subscriptionId, String key, Optional<String> account, UnaryOperator<SandboxSubscription> change) {
        find(subscriptionId)
                .filter(found -> found.account().equals(account.orElse("")))
                .orElseThrow(() -> refused("resource_missing"));
        SandboxSubscription next = shelf.change(subscriptionId, before -> new Step(change.apply(before)))
                .next();
        long now = journal.now();
        String name = subscriptionId + "_" + key;
        journal.note(
                name,
                now,
                next.account(),
                List.of(told(next.ended() ? "deleted" : "updated", name, now, next)),
                List.of());
        journal.tellSoon(name, now);
        return SandboxBilling.facts(next, publicUrl);
    }

    private static SandboxSubscription requireGoing(SandboxSubscription subscription) {
        if (subscription.ended()) {
            throw refused("resource_missing");
        }
        return subscription;
    }

    /** A period is over: it ends, or its bill is paid, declined or dropped. */
    List<SignedEvent> renew(String subscriptionId, int number, long at) {
        String name = subscriptionId + "_" + number;
        SandboxSubscription next = shelf.change(subscriptionId, before -> new Step(renewed(before, number, at)))
                .next();
        if (next.bill(number).isEmpty()) {
            return next.ended() && next.endedAt() == at
                    ? journal.note(name, at, next.account(), List.of(told("deleted", next.id(), at, next)), List.of())
                    : List.of();
        }
        if (number == next.bills().size() && !next.ended()) {
            journal.later(next.periodEnd(), "renew " + next.id() + " " + (number + 1));
        }
        return journal.again(name, at)
                .orElseGet(() -> billed(next, next.bill(number).orElseThrow(), name, at));
    }

    private static SandboxSubscription renewed(SandboxSubscription before, int number, long at) {
        if (before.ended() || before.bills().size() >= number) {
            return before;
        }
        if (before.ending()) {
            return before.endedAt(at);
        }
        if (before.state() == State.PAUSED) {
            return before.adding(SandboxBill.dropped(number, before.amountMinor(), at));
        }
        return switch (before.card()) {
            case RENEWALS_FAIL, RENEWALS_PAY_LATE ->
                before.adding(SandboxBill.declined(
                        number, before.amountMinor(), at, at + RETRIES.get(0).toSeconds()));
            default -> before.adding(SandboxBill.paid(number, before.amountMinor(), at));
        };
    }

    /** An open bill is tried again. */
    List<SignedEvent> retry(String subscriptionId, int number, int attempt, long at) {
        String name = subscriptionId + "_" + number + "_" + attempt;
        Optional<List<SignedEvent>> told = journal.again(name, at);
        if (told.isPresent()) {
            return told.get();
        }
        SandboxSubscription next = shelf.change(
                        subscriptionId, before -> new Step(retried(before, number, attempt, at)))
                .next();
        return next.bill(number)
                .filter(bill -> bill.attempts() == attempt && bill.changedAt() == at)
                .map(bill -> billed(next, bill, name, at))
                .orElseGet(List::of);
    }

    private static SandboxSubscription retried(SandboxSubscription before, int number, int attempt, long at) {
        Optional<SandboxBill> open = before.bill(number).filter(SandboxBill::open);
        if (before.ended() || open.isEmpty() || open.get().attempts() != attempt - 1) {
            return before;
        }
        if (before.card() != Behaviour.RENEWALS_FAIL) {
            return before.changing(number, bill -> bill.paidAt(at));
        }
        if (attempt > RETRIES.size()) {
            return before.changing(number, bill -> bill.declinedAt(at, 0)).endedAt(at);
        }
        long again = at + RETRIES.get(attempt - 1).toSeconds();
        return before.changing(number, bill -> bill.declinedAt(at, again));
    }

    /**
     * The payer gives another card; what is open is paid by it at once. A card that is declined changes nothing.
     */
    PayResult changeCard(String subscriptionId, String cardNumber) {
        Optional<SandboxCard> card = SandboxCard.typed(cardNumber);
        if (card.isEmpty() || card.get().debit()) {
            return new PayResult(Status.INVALID, "incorrect_number", List.of());
        }
        if (card.get().behaviour() == Behaviour.DECLINES) {
            return new PayResult(Status.DECLINED, card.get().code(), List.of());
        }
        long now = journal.now();
        Optional<SandboxBill> open = find(subscriptionId).flatMap(SandboxSubscription::openBill);
        SandboxSubscription next = shelf.change(subscriptionId, before -> {
                    SandboxSubscription other =
                            requireGoing(before).chargedTo(card.get().behaviour());
                    return new Step(other.openBill()
                            .map(bill -> other.changing(bill.number(), one -> one.paidAt(now)))
                            .orElse(other));
                })
                .next();
        List<SignedEvent> told = open.flatMap(bill -> next.bill(bill.number()))
                .filter(bill -> bill.state() == ChargeState.PAID && bill.changedAt() == now)
                .map(bill -> billed(next, bill, next.id() + "_" + bill.number() + "_" + bill.attempts(), now))
                .orElseGet(List::of);
        return new PayResult(Status.APPROVED, "", told);
    }

    private List<SignedEvent> billed(SandboxSubscription subscription, SandboxBill bill, String name, long at) {
        List<ObjectNode> events = new ArrayList<>();
        events.add(told(subscription.ended() ? "deleted" : "updated", name, at, subscription));
        if (bill.state() == ChargeState.PAID) {
            return paid(subscription, bill, events);
        }
        if (bill.open()) {
            journal.later(
                    bill.retryAt(), "retry " + subscription.id() + " " + bill.number() + " " + (bill.attempts() + 1));
        }
        String type = bill.attempts() == 0 ? "voided" : "payment_failed";
        events.add(told(type, name, at, subscription, bill));
        return journal.note(name, at, subscription.account(), events, List.of());
    }

    private List<SignedEvent> paid(SandboxSubscription subscription, SandboxBill bill, List<ObjectNode> events) {
        String about = subscription.billId(bill);
        SandboxPayment payment = payment(subscription, bill);
        payments.shelfOf(payment);
        events.addAll(SandboxEvents.charged(about, payment));
        events.add(told("paid", about, bill.changedAt(), subscription, bill));
        List<SandboxMovement> movements = new ArrayList<>(List.of(payment.movement()));
        for (SandboxDispute dispute : payment.disputes()) {
            events.addAll(SandboxEvents.disputeOpened(payment, dispute));
            movements.add(SandboxObjects.taken(payment, dispute));
        }
        String name = subscription.id() + "_" + bill.number() + (bill.attempts() > 1 ? "_" + bill.attempts() : "");
        return journal.note(name, bill.changedAt(), subscription.account(), events, movements);
    }

    private SandboxPayment payment(SandboxSubscription subscription, SandboxBill bill) {
        String name = subscription.paymentName(bill);
        return new SandboxPayment(
                name,
                "",
                subscription.account(),
                bill.amountMinor(),
                subscription.currencyCode(),
                subscription.title(),
                "",
                fees.estimate(bill.amountMinor(), subscription.currency()),
                bill.changedAt(),
                bill.changedAt(),
                subscription.card(),
                List.of(),
                subscription.card() == Behaviour.DISPUTES
                        ? List.of(SandboxCheckouts.dispute(name, bill.amountMinor(), bill.changedAt()))
                        : List.of());
    }
}
