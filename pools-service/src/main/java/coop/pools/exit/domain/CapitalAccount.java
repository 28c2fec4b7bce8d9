package coop.pools.exit.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of what somebody gave (article 17): a pure function of the Pool's turns. Whatever is spent is borne by
 * all that was there at the time, each part by its size; who gives later bears nothing of it, unless the Pool owed it
 * still. All divisions round against the account, so that all accounts together never come to more than there is; what
 * that leaves is the Pool's.
 *
 * <p>Instead of one account for each gift there is one index: a loss lowers it for all, and a gift is worth the index of
 * now over the index of its time. It is kept twice, rounded down and up.
 */
public final class CapitalAccount {
    private static final int BITS = 96;
    private static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);
    /**
     * What rounding may have taken from a whole number: the 4,294,967,296th part of the smallest coin. Fewer people than
     * that cannot come to one coin too much by it.
     */
    private static final BigInteger HAIR = BigInteger.ONE.shiftLeft(BITS - 32);

    private final List<Span> spans = new ArrayList<>();
    private BigInteger low = ONE;
    private BigInteger high = ONE;
    private int era;
    private long total;
    private long given;

    /**
     * Something that lowers what a Pool has.
     *
     * @param amountMinor zero or more
     * @param givenMinor all that had been given until then, in all
     */
    public record Turn(Kind kind, Instant at, long amountMinor, long givenMinor) {
        /** LOSS: spent, for all. EXIT: somebody's own share left with them. */
        public enum Kind {
            LOSS,
            EXIT
        }
    }

    /** A gift, net of what its giver took back; zero or more. */
    public record Lot(Instant at, long amountMinor) {}

    /** The time between two turns. @param lacking what the Pool owed when it began; {@code inflow} what was given in it */
    private record Span(Instant until, int era, BigInteger high, long lacking, long inflow) {
        BigInteger worth(long amount, BigInteger low) {
            BigInteger now = BigInteger.valueOf(amount).multiply(low).shiftLeft(BITS);
            if (lacking == 0) {
                return now.divide(high);
            }
            BigInteger kept = BigInteger.valueOf(Math.max(0, inflow - lacking));
            return now.multiply(kept).divide(high.multiply(BigInteger.valueOf(inflow)));
        }
    }

    /**
     * @param turns in the order in which they happened
     * @param givenMinor all that has been given in all
     */
    public CapitalAccount(List<Turn> turns, long givenMinor) {
        for (Turn turn : turns) {
            span(turn.at(), turn.givenMinor());
            take(turn);
        }
        span(Instant.MAX, givenMinor);
    }

    private void span(Instant until, long givenUntil) {
        long inflow = Math.subtractExact(givenUntil, given);
        spans.add(new Span(until, era, high, Math.max(0, -total), inflow));
        given = givenUntil;
        total = Math.addExact(total, inflow);
        if (total <= 0) {
            begin();
        }
    }

    private void take(Turn turn) {
        long after = Math.subtractExact(total, turn.amountMinor());
        if (turn.kind() == Turn.Kind.LOSS && after > 0) {
            low = low.multiply(BigInteger.valueOf(after)).divide(BigInteger.valueOf(total));
            high = up(high.multiply(BigInteger.valueOf(after)), BigInteger.valueOf(total));
        }
        total = after;
        if (total <= 0 || low.signum() == 0) {
            begin();
        }
    }

    /** Nothing is left of all that was given so far. */
    private void begin() {
        era++;
        low = ONE;
        high = ONE;
    }

    private static BigInteger up(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }

    /**
     * What is left of these gifts.
     *
     * @param ownedMinor what the Pool really has; where that is less than the turns say, all bear the difference
     */
    public long left(List<Lot> lots, long ownedMinor) {
        BigInteger sum = BigInteger.ZERO;
        for (Lot lot : lots) {
            Span span = spanOf(lot);
            if (span.era() == era && lot.amountMinor() > 0) {
                sum = sum.add(span.worth(lot.amountMinor(), low));
            }
        }
        BigInteger left = sum.add(HAIR).shiftRight(BITS);
        if (total > 0 && ownedMinor < total) {
            left = left.multiply(BigInteger.valueOf(Math.max(0, ownedMinor))).divide(BigInteger.valueOf(total));
        }
        long most = lots.stream().mapToLong(Lot::amountMinor).sum();
        return left.min(BigInteger.valueOf(most)).longValueExact();
    }

    /** A gift of the very moment of a turn came before it. */
    private Span spanOf(Lot lot) {
        return spans.stream()
                .filter(span -> !lot.at().isAfter(span.until()))
                .findFirst()
                .orElseThrow();
    }
}
