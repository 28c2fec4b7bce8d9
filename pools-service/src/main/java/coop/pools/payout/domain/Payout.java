package coop.pools.payout.domain;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Money out of a Pool or Flood, ordered by a passed proposal, or by somebody's own right on leaving.
 *
 * @param ground why it goes out
 * @param amount above zero, in the body's currency
 * @param purpose what for, in the proposal's words
 * @param way who carries it out; fixed when it is ordered
 * @param sending what was told to the processor; empty until it is sent, and where stewards pay
 * @param cameBack how much of it has come back after it was paid
 * @param hold why it waits for members to confirm the payee's bank details; empty when it does not
 * @param note why it failed or what it waits for; may be empty
 * @param endedAt when it was paid, failed or reversed
 */
public record Payout(
        UUID id,
        BodyRef body,
        Ground ground,
        UUID payeeId,
        Money amount,
        String purpose,
        Way way,
        PayoutState state,
        Optional<Sending> sending,
        Money cameBack,
        Optional<Hold> hold,
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

    /**
     * The payee's bank details are not those that the vote was about.
     *
     * @param details the fingerprint of the new ones; what members say is about these and no others
     */
    public record Hold(String details, Instant since) {
        /** How long members have to confirm them. */
        public static final Duration LASTS = Duration.ofHours(72);

        public Instant until() {
            return since.plus(LASTS);
        }
    }

    /** Who carries a payout out. */
    public enum Way {
        /** The processor, from the money that the operator holds. */
        PROCESSOR,
        /** Two stewards, from the Pool's own account. */
        STEWARDS;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Way of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Why money goes out.
     *
     * @param kind whether the members decided it, it is what a member gets who has left, or it only comes home
     * @param id of the proposal, of the leaving member's claim, of the pledge, or of the Pool
     */
    public record Ground(Kind kind, UUID id) {
        /** What there is. */
        public enum Kind {
            PROPOSAL,
            EXIT,
            /** A sum that falls due by a pledge to a Flood. */
            PLEDGE,
            /** What the operator has of a Pool with an account of its own goes there. */
            HOME
        }

        public static Ground proposal(UUID id) {
            return new Ground(Kind.PROPOSAL, id);
        }

        public static Ground exit(UUID claim) {
            return new Ground(Kind.EXIT, claim);
        }

        /** @param pledge has the id of the proposal that made it */
        public static Ground pledge(UUID pledge) {
            return new Ground(Kind.PLEDGE, pledge);
        }

        public static Ground home(UUID pool) {
            return new Ground(Kind.HOME, pool);
        }

        public boolean isHome() {
            return kind == Kind.HOME;
        }

        public boolean isExit() {
            return kind == Kind.EXIT;
        }

        public boolean isPledge() {
            return kind == Kind.PLEDGE;
        }

        /** The proposal that decided it, or that made the pledge; empty when it needed none. */
        public Optional<UUID> decidedBy() {
            return of(Kind.PROPOSAL).or(() -> of(Kind.PLEDGE));
        }

        /** What it goes out for, where it is of this kind. */
        public Optional<UUID> of(Kind wanted) {
            return kind == wanted ? Optional.of(id) : Optional.empty();
        }

        /** The claim that it pays; empty when the members decided it. */
        public Optional<UUID> claim() {
            return of(Kind.EXIT);
        }

        /** Who moves the money, as the book says it. */
        public String actor() {
            return switch (kind) {
                case PROPOSAL, PLEDGE -> "proposal:" + id;
                case EXIT -> "exit:" + id;
                case HOME -> "operator";
            };
        }
    }

    /** What is to be paid, and why. */
    public record Order(UUID id, BodyRef body, Ground ground, UUID payeeId, Money amount, String purpose) {}

    /** Just ordered, to be worked on at once. */
    public static Payout ordered(Order order, Way way, Instant at) {
        return new Payout(
                order.id(),
                order.body(),
                order.ground(),
                order.payeeId(),
                order.amount(),
                order.purpose(),
                way,
                PayoutState.RESERVED,
                Optional.empty(),
                Money.zero(order.amount().currency()),
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

    /** A steward has sent it by hand; another has still to see it. */
    public Payout sentByHand(Backoff again) {
        return moved(
                PayoutState.SENT, sending, "Sent by a steward; a second one has to see it", again, Optional.empty());
    }

    /** Two stewards have sent and seen it. */
    public Payout paidByHand(Instant at) {
        return moved(PayoutState.PAID, sending, "", Backoff.none(), Optional.of(at));
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

    /** More of what was paid has come back: {@code total} in all, above what has before. */
    public Payout returned(Money total, Instant at) {
        String words = total.equals(amount) ? "The processor took the transfer back" : "Part of it came back";
        return returned(total, words, at);
    }

    /** All that stewards have paid by hand has come back. */
    public Payout returnedByHand(Instant at) {
        return returned(amount, "Two stewards say that it came back", at);
    }

    private Payout returned(Money total, String words, Instant at) {
        if (!total.isMoreThan(cameBack) || total.isMoreThan(amount) || state != PayoutState.PAID) {
            throw new IllegalStateException(total + " cannot have come back of " + this);
        }
        boolean all = total.equals(amount);
        return new Payout(
                id,
                body,
                ground,
                payeeId,
                amount,
                purpose,
                way,
                all ? PayoutState.REVERSED : state,
                sending,
                total,
                hold,
                words,
                Backoff.none(),
                createdAt,
                all ? Optional.of(at) : endedAt);
    }

    /** The same, waiting for members to confirm these bank details until the hold ends. */
    public Payout held(Hold next, String words) {
        Backoff looked = new Backoff(0, Optional.of(next.until()));
        return changed(sending, Optional.of(next), words, looked);
    }

    /** Whether it waits for its next try at the processor, and for nobody's word. */
    public boolean waitsForNextTry(Instant now) {
        boolean underWay = state == PayoutState.RESERVED || state == PayoutState.SENT;
        boolean waitsForWords = state == PayoutState.RESERVED
                && hold.map(Hold::until)
                        .filter(until -> backoff.nextAt().filter(until::equals).isPresent())
                        .isPresent();
        return way == Way.PROCESSOR && underWay && !waitsForWords && backoff.waits(now);
    }

    /** The same, with other words and times for trying again. */
    public Payout with(Backoff next, String words) {
        return changed(sending, hold, words, next);
    }

    /** The same, to be sent under this attempt and since that moment. */
    public Payout with(Sending next) {
        return changed(Optional.of(next), hold, note, backoff);
    }

    private Payout changed(Optional<Sending> told, Optional<Hold> held, String words, Backoff tries) {
        return new Payout(
                id, body, ground, payeeId, amount, purpose, way, state, told, cameBack, held, words, tries, createdAt,
                endedAt);
    }

    private Payout moved(
            PayoutState next, Optional<Sending> told, String words, Backoff tries, Optional<Instant> ended) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        return new Payout(
                id, body, ground, payeeId, amount, purpose, way, next, told, cameBack, hold, words, tries, createdAt,
                ended);
    }
}
