package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Pledge;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.ReadFlows;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.OrderHandOver;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How much a pledge takes: the share of what came in, and no more than its own limits, what the compact lets pledges
 * take in a calendar year, and what the Pool has free. Where people send it, it is no less than they can be asked to send,
 * unless it is the last. Called in a transaction that holds the Flood.
 */
public final class PledgeSizes {
    private final Ledger ledger;
    private final ReadFlows flows;
    private final PledgeStore pledges;
    private final FloodTerms terms;

    public PledgeSizes(Ledger ledger, ReadFlows flows, PledgeStore pledges, FloodTerms terms) {
        this.ledger = ledger;
        this.flows = flows;
        this.pledges = pledges;
        this.terms = terms;
    }

    /**
     * How much it is.
     *
     * @param cameIn contributions of the month less what was given back or taken back by banks; zero for one sum
     * @param tooSmall whether nothing is taken because it would be too little to be sent
     */
    record Size(Money cameIn, Money share, Money taken, boolean tooSmall) {
        /** The same, as far as people can be asked to send it. */
        private Size sendable(Money last) {
            Money sent = taken.equals(last) ? OrderHandOver.whole(taken) : OrderHandOver.sendable(taken);
            return new Size(cameIn, share, sent, sent.isZero() && taken.isPositive());
        }
    }

    /** @param byHand whether people have to send it */
    Size of(Flood flood, Pledge pledge, Instant now, boolean byHand) {
        Money none = Money.zero(pledge.amount().currency());
        Money free = ledger.lockedBalances(List.of(pledge.pool(), flood.id()))
                .get(pledge.pool())
                .getOrDefault(Accounts.AVAILABLE, none);
        Money bound = least(free, yearLeft(flood, pledge, free, now));
        if (!pledge.isMonthly()) {
            boolean fits = !pledge.amount().isMoreThan(bound);
            Size once = new Size(none, pledge.amount(), fits ? pledge.amount() : none, false);
            return byHand ? once.sendable(pledge.amount()) : once;
        }
        YearMonth first = YearMonth.from(pledge.since().atOffset(ZoneOffset.UTC));
        Money cameIn = CameIn.inLast(flows.months(pledge.pool(), first, pledge.nextMonth()), none.currency());
        Money share = part(cameIn, new BasisPoints(pledge.basisPoints()));
        Size size = new Size(cameIn, share, least(least(share, pledge.atMostNext()), bound), false);
        return byHand ? size.sendable(pledge.left().orElse(none)) : size;
    }

    /** What the compact's bound leaves of what the Pool has free together with what pledges took this year. */
    private Money yearLeft(Flood flood, Pledge pledge, Money free, Instant now) {
        Instant newYear = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .withDayOfYear(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Money taken = new Money(pledges.takenSince(flood.id(), pledge.pool(), newYear), free.currency());
        Money most = part(free.plus(taken), terms.of(flood.id()).cap());
        return most.isMoreThan(taken) ? most.minus(taken) : Money.zero(free.currency());
    }

    /** Rounded down: a limit is not passed by a part of a cent. */
    private static Money part(Money whole, BasisPoints share) {
        long part = BigInteger.valueOf(whole.minorUnits())
                .multiply(BigInteger.valueOf(share.value()))
                .divide(BigInteger.valueOf(BasisPoints.WHOLE))
                .longValueExact();
        return new Money(part, whole.currency());
    }

    private static Money least(Money one, Money other) {
        return one.isMoreThan(other) ? other : one;
    }
}
