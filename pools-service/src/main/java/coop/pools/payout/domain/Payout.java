package coop.pools.payout.domain;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Money out of a Pool or Flood, ordered by a passed proposal.
 *
 * @param amount above zero, in the body's currency
 * @param purpose what for, in the proposal's words
 * @param sending what was told to the processor; empty until it is sent
 * @param note why it failed or what it waits for; may be empty
 * @param endedAt when it was paid, failed or reversed
 */
public record Payout(
        UUID id,
        BodyRef body,
        UUID proposalId,
        UUID payeeId,
        Money amount,
        String purpose,
        PayoutState state,
        Optional<Sending> sending,
        String note,
        Backoff backoff,
        Instant createdAt,
        Optional<Instant> endedAt) {

    /**
     * The transfer as it is ordered.
     *
     * @param accountId the payee's account, frozen
     * @param attempt part of the idempotency key; raised only when the processor has used up a key without effect
     * @param firstSentAt since when the processor may know the key
     * @param transferId the processor's, once it is known
     */
    public record Sending(String accountId, int attempt, Instant firstSentAt, Optional<String> transferId) {}

    /** Just ordered, to be sent at once. */
    public static Payout ordered(
            UUID id, BodyRef body, UUID proposalId, UUID payeeId, Money amount, String purpose, Instant at) {
        return new Payout(
                id,
                body,
                proposalId,
                payeeId,
                amount,
                purpose,
                PayoutState.RESERVED,
                Optional.empty(),
                "",
                Backoff.from(at),
                at,
                Optional.empty());
    }

    /** About to be handed to the processor. */
    public Payout sent(String accountId, Instant at) {
        Sending first = new Sending(accountId, 1, at, Optional.empty());
        return moved(PayoutState.SENT, Optional.of(first), "", backoff, Optional.empty());
    }

    public Payout paid(String transferId, Instant at) {
        Sending done = sending.map(
                        s -> new Sending(s.accountId(), s.attempt(), s.firstSentAt(), Optional.of(transferId)))
                .orElseThrow();
        return moved(PayoutState.PAID, Optional.of(done), "", Backoff.none(), Optional.of(at));
    }

    public Payout failed(String why, Instant at) {
        return moved(PayoutState.FAILED, sending, why, Backoff.none(), Optional.of(at));
    }

    public Payout reversed(Instant at) {
        return moved(
                PayoutState.REVERSED, sending, "The processor took the transfer back", Backoff.none(), Optional.of(at));
    }

    /** The same, with other words and times for trying again. */
    public Payout with(Backoff next, String words) {
        return new Payout(
                id, body, proposalId, payeeId, amount, purpose, state, sending, words, next, createdAt, endedAt);
    }

    /** The same, to be sent under this attempt and since that moment. */
    public Payout with(Sending next) {
        return new Payout(
                id,
                body,
                proposalId,
                payeeId,
                amount,
                purpose,
                state,
                Optional.of(next),
                note,
                backoff,
                createdAt,
                endedAt);
    }

    private Payout moved(
            PayoutState next, Optional<Sending> told, String words, Backoff tries, Optional<Instant> ended) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        return new Payout(id, body, proposalId, payeeId, amount, purpose, next, told, words, tries, createdAt, ended);
    }
}
