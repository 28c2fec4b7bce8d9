package coop.pools.treasury.domain;

import coop.pools.kernel.IdSource;
import coop.pools.ledger.domain.Cause;
import coop.pools.treasury.domain.CardDispute.Movement;
import coop.pools.treasury.domain.CardRefund.Booked;
import java.util.Optional;
import java.util.UUID;

/**
 * One fact's way into the books.
 *
 * @param cause follows from the fact, so that it is booked once
 * @param words for the book's memo
 * @param after the charge with this fact booked
 */
public record Step(Cause cause, String words, Charge after) {

    /** The kind of the cause by which a loss is booked. */
    public static final String LOST = "dispute-lost";

    /** The kind of the cause by which a movement is booked. */
    public static String kindOf(Movement movement) {
        return movement.takes() ? "dispute-taken" : "dispute-returned";
    }

    /** The id of that cause. */
    public static UUID idOf(Movement movement) {
        return movedBy(movement.transaction());
    }

    /** The same for the processor's id of the movement. */
    public static UUID movedBy(String transaction) {
        return IdSource.derivedId("dispute-movement", transaction);
    }

    /** The id of the cause by which the loss of a dispute is booked. */
    public static UUID lossOf(CardDispute dispute) {
        return lossOf(dispute.id());
    }

    /** The same for the processor's id of the dispute. */
    public static UUID lossOf(String dispute) {
        return IdSource.derivedId("dispute", dispute);
    }

    /** The next fact of the charge that the books have not followed yet; the charge must be paid. */
    public static Optional<Step> next(Charge charge, String payer) {
        return charge.refunds().stream()
                .flatMap(refund -> of(charge, refund, payer).stream())
                .findFirst()
                .or(() -> charge.disputes().stream()
                        .flatMap(dispute -> of(charge, dispute, payer).stream())
                        .findFirst());
    }

    private static Optional<Step> of(Charge charge, CardRefund refund, String payer) {
        boolean atProcessor = refund.processorId().isPresent();
        if (refund.state() == CardRefund.State.RESERVED) {
            return refund.booked() == Booked.NOTHING
                    ? Optional.of(step(
                            "refund-reserved", refund, "Set aside for a refund to " + payer, charge, Booked.RESERVED))
                    : Optional.empty();
        }
        if (atProcessor && refund.booked().compareTo(Booked.REFUNDED) < 0) {
            return Optional.of(step("refund", refund, "Refund to " + payer, charge, Booked.REFUNDED));
        }
        if (refund.hasFailed() && refund.booked() != Booked.RETURNED) {
            return Optional.of(step(
                    "refund-failed", refund, "A refund to " + payer + " did not go through", charge, Booked.RETURNED));
        }
        return Optional.empty();
    }

    private static Step step(String kind, CardRefund refund, String words, Charge charge, Booked booked) {
        return new Step(new Cause(kind, refund.id()), words, charge.with(refund.booked(booked)));
    }

    private static Optional<Step> of(Charge charge, CardDispute dispute, String payer) {
        Optional<Movement> movement =
                dispute.movements().stream().filter(some -> !some.booked()).findFirst();
        if (movement.isPresent()) {
            Movement moved = movement.get();
            Cause cause = new Cause(kindOf(moved), idOf(moved));
            String words = moved.takes()
                    ? "Taken by the bank: " + payer + " disputes a payment"
                    : "Given back by the bank: a payment of " + payer;
            return Optional.of(new Step(cause, words, charge.with(dispute.withBooked(moved))));
        }
        if (dispute.state() == CardDispute.State.LOST && !dispute.lossBooked()) {
            Cause cause = new Cause(LOST, lossOf(dispute));
            return Optional.of(new Step(cause, "Lost dispute: owed by " + payer, charge.with(dispute.lost())));
        }
        return Optional.empty();
    }
}
