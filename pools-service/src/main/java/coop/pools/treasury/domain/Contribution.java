package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A card payment into a Pool, or into several at once; its {@link Share}s say into which.
 *
 * @param poolId of the first share
 * @param amount what the payer pays, above zero, in the currency of every Pool concerned
 * @param page where it is paid; empty until the processor has made one
 * @param payment what arrived; there when it is booked
 * @param note why it failed or what holds it up, in words; may be empty
 */
public record Contribution(
        UUID id,
        UUID poolId,
        Payer payer,
        Money amount,
        Terms terms,
        ContributionState state,
        Optional<PaymentPage> page,
        Optional<Payment> payment,
        String note,
        Backoff backoff,
        Instant createdAt) {

    /** The note of one that is completed and not paid yet: bank debits and the like take days. */
    public static final String PROCESSING = "The payer's bank is still processing the payment";

    /** Whether the payer has done their part and the bank has not answered yet. */
    public boolean isProcessing() {
        return state == ContributionState.PENDING && note.equals(PROCESSING);
    }

    /** Who pays: a person, or a guest. {@code name} may be empty for a guest. */
    public record Payer(Optional<UUID> person, String name, Optional<String> email) {
        /** For the book. */
        public String shownName() {
            return name.isBlank() ? "a guest" : name;
        }
    }

    /**
     * What was agreed on before paying.
     *
     * @param meant what is to reach the Pools, when the payer covers the fee; the amount is then higher
     * @param account the connected account to charge on; empty for the platform's own
     */
    public record Terms(Optional<Money> meant, Optional<String> account) {
        public static final Terms PLAIN = new Terms(Optional.empty(), Optional.empty());
    }

    /** The processor's page for paying. */
    public record PaymentPage(String id, String url, Instant expiresAt) {}

    /**
     * The payment at the processor.
     *
     * @param settled once that is known
     * @param releaseAt from when what is still pending can be spent; empty when nothing waits for it
     */
    public record Payment(String id, Instant paidAt, Optional<Settled> settled, Optional<Instant> releaseAt) {}

    /** The exact card fee and when the rest can be spent. */
    public record Settled(Money fee, Instant availableOn) {}

    /** A contribution nobody has paid yet. */
    public static Contribution started(UUID id, UUID poolId, Payer payer, Money amount, Terms terms, Instant at) {
        return new Contribution(
                id,
                poolId,
                payer,
                amount,
                terms,
                ContributionState.PENDING,
                Optional.empty(),
                Optional.empty(),
                "",
                Backoff.none(),
                at);
    }

    public Contribution withPage(PaymentPage opened, Instant checkAt) {
        return new Contribution(
                id,
                poolId,
                payer,
                amount,
                terms,
                state,
                Optional.of(opened),
                payment,
                "",
                Backoff.from(checkAt),
                createdAt);
    }

    /** Money has arrived; its fee is to be asked for at once. */
    public Contribution paid(String paymentId, Instant at) {
        Payment arrived = new Payment(paymentId, at, Optional.empty(), Optional.empty());
        return moved(ContributionState.PAID, Optional.of(arrived), "", Backoff.from(at));
    }

    /** The fee is known, and with it from when the rest can be spent. */
    public Contribution settled(Settled settled) {
        Payment known = payment.orElseThrow();
        Payment next =
                new Payment(known.id(), known.paidAt(), Optional.of(settled), Optional.of(settled.availableOn()));
        return new Contribution(
                id, poolId, payer, amount, terms, state, page, Optional.of(next), "", Backoff.none(), createdAt);
    }

    /** What waits has to wait until another day. */
    public Contribution waiting(Instant until) {
        Payment known = payment.orElseThrow();
        Optional<Settled> settled = known.settled().map(said -> new Settled(said.fee(), until));
        Payment next = new Payment(known.id(), known.paidAt(), settled, Optional.of(until));
        return new Contribution(
                id, poolId, payer, amount, terms, state, page, Optional.of(next), note, backoff, createdAt);
    }

    /** Nothing of it waits to be spent any more. */
    public Contribution released() {
        Payment known = payment.orElseThrow();
        Payment next = new Payment(known.id(), known.paidAt(), known.settled(), Optional.empty());
        return new Contribution(
                id, poolId, payer, amount, terms, state, page, Optional.of(next), note, backoff, createdAt);
    }

    /** Where it stands by its facts; the same when nothing has changed. */
    public Contribution standing(ContributionState next) {
        return next == state ? this : moved(next, payment, note, backoff);
    }

    public Contribution notPaid(ContributionState why, String words) {
        return moved(why, payment, words, Backoff.none());
    }

    /** The same, with other times for trying again. */
    public Contribution with(Backoff next, String words) {
        return new Contribution(id, poolId, payer, amount, terms, state, page, payment, words, next, createdAt);
    }

    private Contribution moved(ContributionState next, Optional<Payment> arrived, String words, Backoff tries) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        return new Contribution(id, poolId, payer, amount, terms, next, page, arrived, words, tries, createdAt);
    }

    public Optional<Settled> settlement() {
        return payment.flatMap(Payment::settled);
    }
}
