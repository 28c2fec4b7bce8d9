package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A card payment into a Pool.
 *
 * @param amount what the payer pays, above zero, in the Pool's currency
 * @param page where it is paid; empty until the processor has made one
 * @param payment what arrived; there when PAID or AVAILABLE
 * @param note why it failed or what holds it up, in words; may be empty
 */
public record Contribution(
        UUID id,
        UUID poolId,
        Payer payer,
        Money amount,
        ContributionState state,
        Optional<PaymentPage> page,
        Optional<Payment> payment,
        String note,
        Backoff backoff,
        Instant createdAt) {

    /** Who pays: a person, or a guest. {@code name} may be empty for a guest. */
    public record Payer(Optional<UUID> person, String name, Optional<String> email) {
        /** For the book. */
        public String shownName() {
            return name.isBlank() ? "a guest" : name;
        }
    }

    /** The processor's page for paying. */
    public record PaymentPage(String id, String url, Instant expiresAt) {}

    /** The payment at the processor, and its settlement once that is known. */
    public record Payment(String id, Instant paidAt, Optional<Settled> settled) {}

    /** The exact card fee and when the rest can be spent. */
    public record Settled(Money fee, Instant availableOn) {}

    /** A contribution nobody has paid yet. */
    public static Contribution started(UUID id, UUID poolId, Payer payer, Money amount, Instant at) {
        return new Contribution(
                id,
                poolId,
                payer,
                amount,
                ContributionState.PENDING,
                Optional.empty(),
                Optional.empty(),
                "",
                Backoff.none(),
                at);
    }

    public Contribution withPage(PaymentPage opened, Instant checkAt) {
        return new Contribution(
                id, poolId, payer, amount, state, Optional.of(opened), payment, "", Backoff.from(checkAt), createdAt);
    }

    /** Money has arrived; its fee is to be asked for at once. */
    public Contribution paid(String paymentId, Instant at) {
        Payment arrived = new Payment(paymentId, at, Optional.empty());
        return moved(ContributionState.PAID, Optional.of(arrived), "", Backoff.from(at));
    }

    /** The fee is known. */
    public Contribution settled(Settled settled) {
        Payment known = payment.orElseThrow();
        Payment next = new Payment(known.id(), known.paidAt(), Optional.of(settled));
        return new Contribution(
                id, poolId, payer, amount, state, page, Optional.of(next), "", Backoff.none(), createdAt);
    }

    public Contribution available() {
        return moved(ContributionState.AVAILABLE, payment, "", Backoff.none());
    }

    public Contribution notPaid(ContributionState why, String words) {
        return moved(why, payment, words, Backoff.none());
    }

    /** The same, with other times for trying again. */
    public Contribution with(Backoff next, String words) {
        return new Contribution(id, poolId, payer, amount, state, page, payment, words, next, createdAt);
    }

    private Contribution moved(ContributionState next, Optional<Payment> arrived, String words, Backoff tries) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        return new Contribution(id, poolId, payer, amount, next, page, arrived, words, tries, createdAt);
    }

    public Optional<Settled> settlement() {
        return payment.flatMap(Payment::settled);
    }
}
