package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.RecurringFacts.State;
import coop.pools.integrations.payments.RecurringRequest.Every;
import coop.pools.integrations.payments.sandbox.SandboxCard.Behaviour;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A recurring contribution at the sandbox. Times are seconds since 1970.
 *
 * @param account the Pool's own account that is charged; empty for the platform's
 * @param amountMinor of each coming payment
 * @param card how the card behaves that is charged
 * @param ending whether it ends with the period that is paid for
 * @param endedAt 0 until it has ended
 * @param bills one for each period so far, the first one first
 */
public record SandboxSubscription(
        String recurringId,
        String account,
        long amountMinor,
        String currencyCode,
        Every every,
        String title,
        Behaviour card,
        State state,
        long startedAt,
        boolean ending,
        long endedAt,
        List<SandboxBill> bills) {
    public SandboxSubscription {
        bills = List.copyOf(bills);
    }

    static String idOf(String recurringId) {
        return "sub_sandbox_" + recurringId;
    }

    public String id() {
        return idOf(recurringId);
    }

    public String customerId() {
        return "cus_sandbox_" + recurringId;
    }

    String billId(SandboxBill bill) {
        return "in_sandbox_" + paymentName(bill);
    }

    String paymentName(SandboxBill bill) {
        return recurringId + "_" + bill.number();
    }

    public Currency currency() {
        return Currency.getInstance(currencyCode);
    }

    /** When the next bill is due, were there one. */
    long periodEnd() {
        var start = Instant.ofEpochSecond(startedAt).atOffset(ZoneOffset.UTC);
        return (every == Every.MONTH ? start.plusMonths(bills.size()) : start.plusYears(bills.size())).toEpochSecond();
    }

    public boolean ended() {
        return state == State.ENDED;
    }

    /** The bill that waits to be paid. */
    Optional<SandboxBill> openBill() {
        return bills.stream().filter(SandboxBill::open).findFirst();
    }

    Optional<SandboxBill> bill(int number) {
        return number >= 1 && number <= bills.size() ? Optional.of(bills.get(number - 1)) : Optional.empty();
    }

    SandboxSubscription adding(SandboxBill bill) {
        List<SandboxBill> next = new ArrayList<>(bills);
        next.add(bill);
        return with(bill.open() ? State.PAST_DUE : state, ending, endedAt, next);
    }

    /** With a bill changed; one that is paid by it is no longer past due. */
    SandboxSubscription changing(int number, UnaryOperator<SandboxBill> change) {
        List<SandboxBill> next = new ArrayList<>(bills);
        next.set(number - 1, change.apply(bills.get(number - 1)));
        boolean owing = next.stream().anyMatch(SandboxBill::open);
        return with(state == State.PAST_DUE && !owing ? State.ACTIVE : state, ending, endedAt, next);
    }

    SandboxSubscription in(State next) {
        return with(next, ending, endedAt, bills);
    }

    SandboxSubscription endingWithPeriod() {
        return with(state, true, endedAt, bills);
    }

    /** What is open then is never paid. */
    SandboxSubscription endedAt(long at) {
        return with(State.ENDED, ending, at, withoutOpenBills(at));
    }

    /** What is open then is never paid either. */
    SandboxSubscription paused(long at) {
        return with(State.PAUSED, ending, endedAt, withoutOpenBills(at));
    }

    private List<SandboxBill> withoutOpenBills(long at) {
        return bills.stream()
                .map(bill -> bill.open() ? bill.droppedAt(at) : bill)
                .toList();
    }

    SandboxSubscription costing(long minor) {
        return new SandboxSubscription(
                recurringId,
                account,
                minor,
                currencyCode,
                every,
                title,
                card,
                state,
                startedAt,
                ending,
                endedAt,
                bills);
    }

    SandboxSubscription chargedTo(Behaviour other) {
        return new SandboxSubscription(
                recurringId,
                account,
                amountMinor,
                currencyCode,
                every,
                title,
                other,
                state,
                startedAt,
                ending,
                endedAt,
                bills);
    }

    private SandboxSubscription with(State next, boolean endingThen, long ended, List<SandboxBill> billed) {
        return new SandboxSubscription(
                recurringId,
                account,
                amountMinor,
                currencyCode,
                every,
                title,
                card,
                next,
                startedAt,
                endingThen,
                ended,
                billed);
    }
}
