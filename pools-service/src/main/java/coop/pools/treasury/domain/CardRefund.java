package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A refund of a card payment, asked for by us or made at the processor. What is known of it only ever grows, so
 * reports of it may come twice and in any order.
 *
 * @param id ours; follows from the processor's for a refund made elsewhere
 * @param processorId empty until the processor has it
 * @param account the connected account that was charged; empty for the platform's own
 * @param taken the processor's transaction by which the money left
 * @param returned the one by which it came back after a failure
 * @param booked how far it stands in the books
 * @param request empty for a refund made elsewhere
 * @param note why it failed or what holds it up; may be empty
 */
public record CardRefund(
        UUID id,
        Optional<String> processorId,
        String paymentId,
        Optional<String> account,
        Money amount,
        State state,
        Booked booked,
        Optional<String> taken,
        Optional<String> returned,
        Optional<Request> request,
        String note,
        Backoff backoff,
        Instant createdAt) {

    /** In the order in which knowledge grows. RESERVED: the processor does not know of it yet. */
    public enum State {
        RESERVED,
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** How far the books have followed. RETURNED: whatever had been taken is back. */
    public enum Booked {
        NOTHING,
        RESERVED,
        REFUNDED,
        RETURNED
    }

    /**
     * Who asked for it, and how often the processor was.
     *
     * @param reason in the person's words; may be empty
     * @param attempt raised when the processor keeps a refusal under the key
     * @param firstSentAt of this attempt; the processor forgets keys after a day
     */
    public record Request(Optional<UUID> by, String reason, int attempt, Optional<Instant> firstSentAt) {}

    /** What the processor says, whenever it was said. Nothing that is known already is lost. */
    public CardRefund learn(
            String knownAs, State told, Optional<String> takenBy, Optional<String> returnedBy, Backoff next) {
        return new CardRefund(
                id,
                processorId.or(() -> Optional.of(knownAs)),
                paymentId,
                account,
                amount,
                told.compareTo(state) > 0 ? told : state,
                booked,
                taken.or(() -> takenBy),
                returned.or(() -> returnedBy),
                request,
                note,
                next,
                createdAt);
    }

    /** It will never be made. */
    public CardRefund refused(String why) {
        return new CardRefund(
                id,
                processorId,
                paymentId,
                account,
                amount,
                State.FAILED,
                booked,
                taken,
                returned,
                request,
                why,
                Backoff.none(),
                createdAt);
    }

    public CardRefund booked(Booked next) {
        return new CardRefund(
                id,
                processorId,
                paymentId,
                account,
                amount,
                state,
                next,
                taken,
                returned,
                request,
                note,
                backoff,
                createdAt);
    }

    public CardRefund with(Backoff next, String words) {
        return new CardRefund(
                id,
                processorId,
                paymentId,
                account,
                amount,
                state,
                booked,
                taken,
                returned,
                request,
                words,
                next,
                createdAt);
    }

    public CardRefund with(Request changed) {
        return new CardRefund(
                id,
                processorId,
                paymentId,
                account,
                amount,
                state,
                booked,
                taken,
                returned,
                Optional.of(changed),
                note,
                backoff,
                createdAt);
    }

    /** Whether the payer will not get this money, as far as anybody knows. */
    public boolean hasFailed() {
        return state == State.FAILED;
    }
}
