package coop.pools.flood.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * What a Pool has promised to a Flood by a vote of its own.
 *
 * @param id the vote's
 * @param amount once so much; or at most so much in a month
 * @param basisPoints 0 for once, otherwise of what comes in in a month
 * @param most over all months; empty for no limit
 * @param taken so far; also what was ordered by hand and could not be sent or came back, as it is not owed later
 * @param nextMonth the month whose share is next
 * @param dueAt when it is carried out next; empty once it has ended
 * @param endedAt when it was fulfilled, revoked or left behind
 */
public record Pledge(
        UUID id,
        UUID flood,
        UUID pool,
        Money amount,
        int basisPoints,
        Optional<Money> most,
        Money taken,
        Instant since,
        YearMonth nextMonth,
        Optional<Instant> dueAt,
        Optional<Instant> endedAt) {
    /** Just decided; a month counts from its first day, also the one of the vote. */
    public static Pledge made(UUID id, UUID flood, UUID pool, Promise promise, Instant at) {
        YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        return new Pledge(
                id,
                flood,
                pool,
                promise.amount(),
                promise.basisPoints(),
                promise.most(),
                Money.zero(promise.amount().currency()),
                at,
                month,
                Optional.of(promise.basisPoints() == 0 ? at : after(month)),
                Optional.empty());
    }

    /** What was voted for. */
    public record Promise(Money amount, int basisPoints, Optional<Money> most) {}

    public boolean isMonthly() {
        return basisPoints > 0;
    }

    public boolean isOpen() {
        return endedAt.isEmpty();
    }

    /** What it may still take in all; empty where that has no limit. */
    public Optional<Money> left() {
        Optional<Money> all = isMonthly() ? most : Optional.of(amount);
        return all.map(limit -> limit.minus(taken));
    }

    /** The most that it takes the next time; zero once it has ended. */
    public Money atMostNext() {
        if (!isOpen()) {
            return Money.zero(amount.currency());
        }
        return left().filter(amount::isMoreThan).orElse(amount);
    }

    /** After a month has been carried out, or the one sum has been given. */
    public Pledge carriedOut(Money took, Instant at) {
        Money now = taken.plus(took);
        Pledge next = new Pledge(
                id,
                flood,
                pool,
                amount,
                basisPoints,
                most,
                now,
                since,
                nextMonth.plusMonths(1),
                Optional.of(after(nextMonth.plusMonths(1))),
                Optional.empty());
        return next.left().filter(Money::isZero).isPresent() ? next.ended(at) : next;
    }

    public Pledge ended(Instant at) {
        return new Pledge(
                id, flood, pool, amount, basisPoints, most, taken, since, nextMonth, Optional.empty(), Optional.of(at));
    }

    /** Not possible now. */
    public Pledge later(Instant at) {
        return new Pledge(
                id, flood, pool, amount, basisPoints, most, taken, since, nextMonth, Optional.of(at), endedAt);
    }

    private static Instant after(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
