package coop.pools.custody.domain;

import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A Pool's account of its own at the processor, chosen by a vote. A Pool without one has its money held by the operator.
 *
 * @param country ISO 3166 alpha-2, once a steward has told
 * @param accountId the processor's, bound once
 * @param proposal the vote that chose it
 * @param backoff when the account is read anew
 */
public record Custody(
        UUID pool,
        State state,
        Optional<String> country,
        Optional<String> accountId,
        UUID proposal,
        Instant chosenAt,
        Optional<Instant> activeAt,
        Backoff backoff) {

    /** Where the account stands. */
    public enum State {
        /** Chosen; the processor still wants something, and no money is taken in meanwhile. */
        ONBOARDING,
        /** Contributions are charged on it, and stewards pay from it. */
        ACTIVE,
        /** Given up by a later vote; nothing more is taken in, and what is left is still the stewards' to pay. */
        CLOSING,
        /** Given up: the operator holds the money again. */
        ENDED;

        /** Whether the change is decided and not done, so that no money is taken in. */
        public boolean isChanging() {
            return this == ONBOARDING || this == CLOSING;
        }

        /** Whether the money is on the Pool's own account. */
        public boolean isOwn() {
            return this == ACTIVE || this == CLOSING;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Just chosen, or chosen again: an account that was bound before stays bound. */
    public Custody chosen(UUID vote, Instant at) {
        return new Custody(pool, State.ONBOARDING, country, accountId, vote, at, Optional.empty(), Backoff.from(at));
    }

    public Custody active(Instant at) {
        return new Custody(pool, State.ACTIVE, country, accountId, proposal, chosenAt, Optional.of(at), Backoff.none());
    }

    public Custody closing(UUID vote, Instant at) {
        return new Custody(pool, State.CLOSING, country, accountId, vote, chosenAt, activeAt, Backoff.from(at));
    }

    public Custody ended() {
        return new Custody(pool, State.ENDED, country, accountId, proposal, chosenAt, activeAt, Backoff.none());
    }

    public Custody in(String where) {
        return new Custody(pool, state, Optional.of(where), accountId, proposal, chosenAt, activeAt, backoff);
    }

    public Custody bound(String account) {
        return new Custody(pool, state, country, Optional.of(account), proposal, chosenAt, activeAt, backoff);
    }

    public Custody with(Backoff again) {
        return new Custody(pool, state, country, accountId, proposal, chosenAt, activeAt, again);
    }
}
