package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A payer's dispute of a card payment with their bank. What is known of it only ever grows, so reports of it may come
 * twice and in any order.
 *
 * @param id the processor's
 * @param reason the processor's word, for example {@code fraudulent}
 * @param evidenceDueBy until when evidence can be handed in
 * @param movements money it has taken and given back, each once
 * @param lossBooked whether the books say that the contributor owes what it has taken
 */
public record CardDispute(
        String id,
        String paymentId,
        Optional<String> account,
        Money amount,
        State state,
        String reason,
        Optional<Instant> evidenceDueBy,
        List<Movement> movements,
        boolean lossBooked,
        Backoff backoff,
        Instant createdAt) {
    public CardDispute {
        movements = List.copyOf(movements);
    }

    /** In the order in which knowledge grows; WON and LOST are final. */
    public enum State {
        WARNING,
        OPEN,
        WON,
        LOST
    }

    /**
     * One transaction of the processor.
     *
     * @param amount below zero when money was taken, above zero when it was given back
     * @param fee charged besides; below zero when a fee was given back
     */
    public record Movement(String transaction, Money amount, Money fee, boolean booked) {
        public boolean takes() {
            return amount.minorUnits() < 0;
        }

        Movement inBooks() {
            return new Movement(transaction, amount, fee, true);
        }
    }

    /** What another report of the same dispute says, whenever it was said. */
    public CardDispute learn(CardDispute told) {
        List<Movement> all = new ArrayList<>(movements);
        told.movements.stream().filter(movement -> !knows(movement)).forEach(all::add);
        boolean newer = told.state.compareTo(state) > 0;
        return new CardDispute(
                id,
                paymentId,
                account,
                amount,
                newer ? told.state : state,
                reason,
                newer ? told.evidenceDueBy.or(() -> evidenceDueBy) : evidenceDueBy.or(() -> told.evidenceDueBy),
                all,
                lossBooked,
                told.backoff,
                createdAt);
    }

    private boolean knows(Movement other) {
        return movements.stream().anyMatch(movement -> movement.transaction().equals(other.transaction()));
    }

    CardDispute withBooked(Movement booked) {
        return with(
                movements.stream()
                        .map(movement -> movement.equals(booked) ? movement.inBooks() : movement)
                        .toList(),
                lossBooked,
                backoff);
    }

    CardDispute lost() {
        return with(movements, true, backoff);
    }

    public CardDispute with(Backoff next) {
        return with(movements, lossBooked, next);
    }

    private CardDispute with(List<Movement> all, boolean loss, Backoff next) {
        return new CardDispute(
                id, paymentId, account, amount, state, reason, evidenceDueBy, all, loss, next, createdAt);
    }

    /** Whether money may still move. A WARNING is an inquiry of the bank; nothing has moved. */
    public boolean isOpen() {
        return state == State.OPEN || state == State.WARNING;
    }

    /** What it has taken and not given back, as far as the books have followed; zero or more. */
    Money takenNet() {
        Money moved = movements.stream()
                .filter(Movement::booked)
                .map(Movement::amount)
                .reduce(Money.zero(amount.currency()), Money::plus);
        return moved.minorUnits() < 0 ? moved.negated() : Money.zero(amount.currency());
    }

    /** Its fees, as far as the books have followed. */
    Money fees() {
        return movements.stream()
                .filter(Movement::booked)
                .map(Movement::fee)
                .reduce(Money.zero(amount.currency()), Money::plus);
    }
}
