package coop.pools.exit.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is left of what somebody gave (article 17): a pure function of the Pool's turns. Whatever is spent is borne by
 * all that was there at the time, each part by its size; who gives later bears nothing of it, unless the Pool owed it
 * still. All divisions round against the account, so that all accounts together never come to more than there is; what
 * that leaves is the Pool's.
 *
 * <p>Instead of one account for each gift there is one index: a loss lowers it for all, and a gift is worth the index of
 * now over the index of its time. It is kept twice, rounded down and up.
 *
 * <p>An exit takes out one person's part. Where they got more than their gifts are worth in hindsight, because one of
 * them was taken back after it had been paid out, that is a loss of the others. Where they left some of it, as their
 * part of payments still to be made, that is spent before what belongs to the others.
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
    /** What all gifts are worth together; below zero while the Pool owes. */
    private long worth;
    /** What those who left have left behind for payments; nobody's share. */
    private long leftBehind;

    private long given;

    /**
     * Something that lowers what a Pool has.
     *
     * @param amountMinor zero or more
     * @param givenMinor all that had been given until then, in all
     * @param cause the claim of somebody who left, or what was spent
     */
    public record Turn(Kind kind, Instant at, long amountMinor, long givenMinor, UUID cause) {
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
     * @param parted the gifts for which an exit was, by its cause; as they count now, without those taken back
     * @param givenMinor all that has been given in all
     */
    public CapitalAccount(List<Turn> turns, Map<UUID, List<Lot>> parted, long givenMinor) {
        for (Turn turn : turns) {
            span(turn.at(), turn.givenMinor());
            if (turn.kind() == Turn.Kind.LOSS) {
                lose(turn.amountMinor());
            } else {
                part(turn.amountMinor(), parted.getOrDefault(turn.cause(), List.of()));
            }
        }
        span(Instant.MAX, givenMinor);
    }

    private void span(Instant until, long givenUntil) {
        long inflow = Math.subtractExact(givenUntil, given);
        spans.add(new Span(until, era, high, Math.max(0, -worth), inflow));
        given = givenUntil;
        become(Math.addExact(worth, inflow));
    }

    private void lose(long amount) {
        long covered = Math.min(leftBehind, amount);
        leftBehind -= covered;
        long after = Math.subtractExact(worth, amount - covered);
        if (after > 0) {
            lower(BigInteger.valueOf(after), BigInteger.valueOf(worth));
        }
        become(after);
    }

    private void part(long amount, List<Lot> lots) {
        BigInteger theirs = worthOf(lots);
        BigInteger over = BigInteger.valueOf(amount).shiftLeft(BITS).subtract(theirs);
        long behind = over.signum() < 0 ? over.negate().shiftRight(BITS).longValueExact() : 0;
        long after = Math.subtractExact(worth, Math.addExact(amount, behind));
        if (over.compareTo(HAIR) > 0 && after > 0) {
            BigInteger others = BigInteger.valueOf(worth).shiftLeft(BITS).subtract(theirs);
            lower(BigInteger.valueOf(after).shiftLeft(BITS), others);
        }
        leftBehind = Math.addExact(leftBehind, behind);
        long covered = Math.min(leftBehind, Math.max(0, -after));
        leftBehind -= covered;
        become(after + covered);
    }

    private void lower(BigInteger after, BigInteger before) {
        low = low.multiply(after).divide(before);
        high = up(high.multiply(after), before);
    }

    private void become(long after) {
        worth = after;
        if (worth <= 0 || low.signum() == 0) {
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
        BigInteger left = worthOf(lots).add(HAIR).shiftRight(BITS);
        if (worth > 0 && ownedMinor < worth) {
            left = left.multiply(BigInteger.valueOf(Math.max(0, ownedMinor))).divide(BigInteger.valueOf(worth));
        }
        long most = lots.stream().mapToLong(Lot::amountMinor).sum();
        return left.min(BigInteger.valueOf(most)).longValueExact();
    }

    /**
     * Its part of payments still to be made, rounded up; what those who left have left behind is spent on them first.
     *
     * @param left what {@link #left} says of somebody's gifts
     * @param promisedMinor what the payments come to that they agreed to
     */
    public long borne(long left, long promisedMinor, long ownedMinor) {
        long behind = Math.max(0, Math.min(leftBehind, ownedMinor - Math.max(0, worth)));
        long whole = ownedMinor - behind;
        long due = Math.min(promisedMinor - behind, whole);
        if (due <= 0) {
            return 0;
        }
        BigInteger part = BigInteger.valueOf(left).multiply(BigInteger.valueOf(due));
        return up(part, BigInteger.valueOf(whole)).longValueExact();
    }

    private BigInteger worthOf(List<Lot> lots) {
        BigInteger sum = BigInteger.ZERO;
        for (Lot lot : lots) {
            Span span = spanOf(lot);
            if (span.era() == era && lot.amountMinor() > 0) {
                sum = sum.add(span.worth(lot.amountMinor(), low));
            }
        }
        return sum;
    }

    /** The first that ends at the gift or after it: a gift of the very moment of a turn came before it. */
    private Span spanOf(Lot lot) {
        int from = 0;
        int to = spans.size() - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (lot.at().isAfter(spans.get(middle).until())) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return spans.get(from);
    }
}
