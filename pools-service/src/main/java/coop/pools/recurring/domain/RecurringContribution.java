package coop.pools.recurring.domain;

import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person gives every month or year by one card payment. Immutable; each step answers the next one.
 *
 * @param id also the id of the contribution that its first payment is
 * @param payer who alone can change it
 * @param account the connected account to charge on; empty for the platform's own
 * @param subscription the processor's; empty until the first payment is made
 * @param nextAt when the next payment is due; empty when none will be
 * @param endsAt when it ends or has ended, once that is known
 * @param note what is wrong with it, for people; may be empty
 */
public record RecurringContribution(
        UUID id,
        UUID payer,
        Every every,
        Optional<String> account,
        RecurringState state,
        Optional<Subscription> subscription,
        Optional<Instant> nextAt,
        Optional<Instant> endsAt,
        String note,
        Looks looks,
        Instant createdAt) {

    /** The processor's subscription, and its customer once that is known. */
    public record Subscription(String id, Optional<String> customerId) {}

    /**
     * When it is to be read anew.
     *
     * @param touches how often the processor has said that something changed
     * @param readAt when the reading began that the state comes from
     */
    public record Looks(long touches, Backoff backoff, Optional<Instant> readAt) {}

    /** What the processor told when it was read anew. */
    public record Told(
            RecurringState state,
            Subscription subscription,
            Optional<Instant> nextAt,
            Optional<Instant> endsAt,
            String note,
            Instant readAt) {}

    /** One that is not paid yet. */
    public static RecurringContribution started(
            UUID id, UUID payer, Every every, Optional<String> account, Instant at, Instant lookAt) {
        return new RecurringContribution(
                id,
                payer,
                every,
                account,
                RecurringState.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                new Looks(0, Backoff.from(lookAt), Optional.empty()),
                at);
    }

    /** It stands as told, unless a later reading was told before, or it has ended. */
    public RecurringContribution told(Told told) {
        boolean late = looks.readAt().filter(told.readAt()::isBefore).isPresent();
        if (late || state == RecurringState.ENDED) {
            return this;
        }
        RecurringState next = state.mayBecome(told.state()) ? told.state() : state;
        return new RecurringContribution(
                id,
                payer,
                every,
                account,
                next,
                Optional.of(told.subscription()),
                told.nextAt(),
                told.endsAt(),
                told.note(),
                new Looks(looks.touches(), looks.backoff(), Optional.of(told.readAt())),
                createdAt);
    }

    /** Nobody has paid its page, and nobody can any more. */
    public RecurringContribution expired() {
        RecurringState next = state == RecurringState.PENDING ? RecurringState.EXPIRED : state;
        return new RecurringContribution(
                id, payer, every, account, next, subscription, nextAt, endsAt, note, looks, createdAt);
    }

    /** The same, to be looked at then. */
    public RecurringContribution lookAt(Backoff backoff) {
        Looks next = new Looks(looks.touches(), backoff, looks.readAt());
        return new RecurringContribution(
                id, payer, every, account, state, subscription, nextAt, endsAt, note, next, createdAt);
    }

    /** The same, with something to say about it. */
    public RecurringContribution noted(String words) {
        return new RecurringContribution(
                id, payer, every, account, state, subscription, nextAt, endsAt, words, looks, createdAt);
    }
}
