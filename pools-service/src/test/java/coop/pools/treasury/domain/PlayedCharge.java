package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Transfer;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A charge and the books of its Pools in memory, told one fact after the other as the use cases would. */
final class PlayedCharge {
    static final Currency EUR = Currency.getInstance("EUR");
    static final UUID ONE = new UUID(0, 1);
    static final UUID TWO = new UUID(0, 2);
    private static final UUID ID = new UUID(0, 9);

    private final Map<UUID, Map<String, Money>> books = new TreeMap<>();
    private final Set<Cause> causes = new HashSet<>();
    private Charge charge;
    private Optional<Money> fee = Optional.empty();
    private boolean free;

    PlayedCharge(List<Share> shares) {
        Money sum = shares.stream().map(Share::amount).reduce(Money.zero(EUR), Money::plus);
        charge = new Charge(sum, false, Optional.empty(), shares, List.of(), List.of());
        shares.forEach(share -> books.computeIfAbsent(share.pool(), unused -> new TreeMap<>()));
    }

    private PlayedCharge(PlayedCharge other) {
        charge = other.charge;
        fee = other.fee;
        free = other.free;
        causes.addAll(other.causes);
        other.books.forEach((pool, book) -> books.put(pool, new TreeMap<>(book)));
    }

    /** The same charge and books, to go on apart from this one. */
    PlayedCharge copy() {
        return new PlayedCharge(this);
    }

    static Money euros(long cents) {
        return new Money(cents, EUR);
    }

    Charge charge() {
        return charge;
    }

    void paid() {
        if (!charge.paid()) {
            take(new Step(new Cause("contribution", ID), "paid", charge.paidNow()));
        }
        follow();
    }

    void settled(long cents) {
        fee = Optional.of(euros(cents));
        follow();
    }

    void released() {
        free = true;
        follow();
    }

    void refund(String processorId, long cents, CardRefund.State state) {
        CardRefund known = charge.refunds().stream()
                .filter(refund -> refund.processorId().equals(Optional.of(processorId)))
                .findFirst()
                .orElseGet(() -> foreign(processorId, cents));
        charge = charge.with(known.learn(processorId, state, Optional.empty(), Optional.empty(), Backoff.none()));
        follow();
    }

    void dispute(CardDispute.State state, long cents, CardDispute.Movement... movements) {
        CardDispute told = new CardDispute(
                "dp_1",
                "pi_1",
                Optional.empty(),
                euros(cents),
                state,
                "fraudulent",
                Optional.empty(),
                List.of(movements),
                false,
                Backoff.none(),
                Instant.EPOCH);
        CardDispute known = charge.disputes().stream()
                .findFirst()
                .map(one -> one.learn(told))
                .orElse(told);
        charge = charge.with(known);
        follow();
    }

    static CardDispute.Movement movement(String transaction, long cents, long fee) {
        return new CardDispute.Movement(transaction, euros(cents), euros(fee), false);
    }

    private void follow() {
        if (!charge.paid()) {
            return;
        }
        if (fee.isPresent() && charge.fee().isEmpty()) {
            take(new Step(new Cause("settlement", ID), "fee", charge.settled(fee.get())));
        }
        if (free && !charge.shares().stream().allMatch(Share::released)) {
            take(new Step(new Cause("available", ID), "free", charge.freed()));
        }
        for (Optional<Step> next = Step.next(charge, "Ana"); next.isPresent(); next = Step.next(charge, "Ana")) {
            take(next.get());
        }
    }

    private void take(Step step) {
        if (!causes.add(step.cause())) {
            throw new AssertionError("booked twice: " + step.cause());
        }
        Map<UUID, Purse> purses = new HashMap<>();
        Booking booking = Booking.of(
                charge, step, pool -> purses.computeIfAbsent(pool, id -> new Purse(books.get(id), slug -> true, EUR)));
        booking.transfers()
                .forEach((pool, transfers) -> transfers.forEach(transfer -> post(books.get(pool), transfer)));
        books.forEach((pool, book) -> check(book));
        charge = booking.after();
    }

    private static void post(Map<String, Money> book, Transfer transfer) {
        add(book, transfer.debit(), transfer.amount());
        add(book, transfer.credit(), transfer.amount().negated());
    }

    private static void add(Map<String, Money> book, String account, Money debit) {
        UnaryOperator<Money> normal = Accounts.isDebitNormal(account) ? money -> money : Money::negated;
        book.merge(account, normal.apply(debit), Money::plus);
    }

    /** Nothing is below zero that may not be, and nobody lacks what somebody has. */
    private static void check(Map<String, Money> book) {
        Money sum = Money.zero(EUR);
        for (Map.Entry<String, Money> account : book.entrySet()) {
            boolean debit = Accounts.isDebitNormal(account.getKey());
            sum = sum.plus(debit ? account.getValue() : account.getValue().negated());
            if (account.getValue().minorUnits() < 0
                    && (Accounts.isGuarded(account.getKey()) || account.getKey().equals(Accounts.SHORTFALL))) {
                throw new AssertionError("below zero: " + book);
            }
        }
        boolean both = has(book, Accounts.AVAILABLE) && has(book, Accounts.SHORTFALL);
        if (!sum.isZero() || both) {
            throw new AssertionError("not in balance: " + book);
        }
    }

    private static boolean has(Map<String, Money> book, String account) {
        return book.getOrDefault(account, Money.zero(EUR)).isPositive();
    }

    private static CardRefund foreign(String processorId, long cents) {
        return new CardRefund(
                UUID.nameUUIDFromBytes(processorId.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Optional.of(processorId),
                "pi_1",
                Optional.empty(),
                euros(cents),
                CardRefund.State.PENDING,
                CardRefund.Booked.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Backoff.none(),
                Instant.EPOCH);
    }

    /** What every account that is not empty holds, by Pool. */
    Map<UUID, Map<String, Long>> balances() {
        Map<UUID, Map<String, Long>> result = new TreeMap<>();
        books.forEach((pool, book) -> {
            Map<String, Long> held = new TreeMap<>();
            book.forEach((account, money) -> {
                if (!money.isZero()) {
                    held.put(account, money.minorUnits());
                }
            });
            result.put(pool, held);
        });
        return result;
    }
}
