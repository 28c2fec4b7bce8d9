package coop.pools.exit;

import coop.pools.exit.domain.ExitClaim;
import coop.pools.exit.domain.PoolEnd;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.membership.Exits;
import coop.pools.membership.MembershipStore;
import coop.pools.membership.Roster;
import coop.pools.membership.domain.Membership;
import coop.pools.payout.OrderPayout;
import coop.pools.payout.PayoutStore;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One step of a Pool's end, under the locks of its roster, its claims and its book: what is in buckets is free again;
 * every member gets the claim that leaving would give; when all claims are paid, or a year has gone by for those who did
 * not say where to, the rest goes to whom the vote named; when nothing is left, the Pool has ended.
 */
public final class EndPool {
    private static final int CHUNK = 500;

    private static final String PURPOSE = "What is left of the Pool";

    private final PoolEndStore ends;
    private final People people;
    private final SettleExits settle;
    private final QueueOfExits queue;
    private final Means money;

    public EndPool(PoolEndStore ends, People people, SettleExits settle, QueueOfExits queue, Means money) {
        this.ends = ends;
        this.people = people;
        this.settle = settle;
        this.queue = queue;
        this.money = money;
    }

    /** Who is in the Pool, and what they have been given. */
    public record People(Roster roster, MembershipStore memberships, ExitStore claims) {}

    /** What moves the money. */
    public record Means(Ledger ledger, OrderPayout order, PayoutStore payouts, AgreedPayments agreed) {}

    /** Whether there is more to do at once, or something to wait for. */
    enum Stands {
        MORE,
        WAITS
    }

    Stands lead(PoolEnd end, boolean closed, Instant now) {
        UUID pool = end.pool();
        people.roster().hold(pool);
        List<ExitClaim> open = people.claims().lockOpen(pool);
        money.ledger().hold(pool);
        sweep(end, now);
        if (!closed || money.agreed().isAnyWaiting(pool)) {
            return Stands.WAITS;
        }
        if (!end.isAllClaimed()) {
            claim(end);
            return Stands.MORE;
        }
        queue.work(pool);
        if (isDone(end, open, now)) {
            finish(end, now);
        }
        return Stands.WAITS;
    }

    private void sweep(PoolEnd end, Instant now) {
        List<Transfer> transfers = money.ledger().accountBalances(end.pool()).entrySet().stream()
                .filter(account -> account.getKey().startsWith(Accounts.BUCKETS))
                .filter(account -> account.getValue().isPositive())
                .map(account -> new Transfer(
                        Accounts.AVAILABLE, account.getKey(), account.getValue(), "The Pool ends: free for its shares"))
                .toList();
        if (!transfers.isEmpty()) {
            // The number of entries tells one sweep from the next: the book is locked.
            String which = end.pool() + ":" + money.ledger().size(end.pool());
            Cause cause = new Cause("pool-ending", IdSource.derivedId("pool-ending", which));
            money.ledger().post(new Posting(end.pool(), cause, now, "proposal:" + end.proposal(), transfers));
        }
    }

    private void claim(PoolEnd end) {
        List<Membership> next = people.memberships().after(end.pool(), end.claimedUpTo(), CHUNK);
        settle.claimAll(end.pool(), next, Exits.Reason.ENDED);
        ends.claimed(
                end.pool(),
                next.size() < CHUNK ? PoolEnd.ALL : next.get(CHUNK - 1).number());
    }

    /** Nothing is on its way in or out, and nobody waits any more. */
    private boolean isDone(PoolEnd end, List<ExitClaim> open, Instant now) {
        Balances balances = money.ledger().balances(end.pool());
        if (!balances.pending().isZero() || !balances.reserved().isZero()) {
            return false;
        }
        if (isUnderWay(
                money.ledger().accountBalances(end.pool()), money.ledger().currency(end.pool()))) {
            return false;
        }
        boolean late = now.isAfter(end.since().plus(PoolEnd.PATIENCE));
        if (late) {
            open.forEach(claim -> people.claims().settle(claim.id(), now));
        }
        return late || people.claims().owed(end.pool()) == 0;
    }

    /**
     * Whether something is on its way to the Pool's own account or to a Flood, or waits with the operator to be sent home.
     * What is owed there, and less than can be sent, never comes.
     *
     * @param accounts the book's, with their balances
     */
    static boolean isUnderWay(Map<String, Money> accounts, Currency currency) {
        Money none = Money.zero(currency);
        Money there = accounts.getOrDefault(Accounts.WITH_OPERATOR, none)
                .minus(accounts.getOrDefault(Accounts.OWED_TO_OPERATOR, none));
        return payable(there).isPositive()
                || accounts.entrySet().stream()
                        .filter(account -> account.getKey().equals(Accounts.COMING_HOME)
                                || account.getKey().startsWith(Accounts.ON_THE_WAY))
                        .anyMatch(account -> account.getValue().isPositive());
    }

    /** Less than the processor can send of a currency, such as the last digit of a dinar, stays where it is. */
    static Money payable(Money left) {
        long step = Math.max(1, ChargeCurrencies.limits(left.currency()).transferStepMinor());
        return new Money(left.minorUnits() - left.minorUnits() % step, left.currency());
    }

    private void finish(PoolEnd end, Instant now) {
        Money left = payable(money.ledger().balances(end.pool()).available());
        if (left.isZero()) {
            ends.ended(end.pool(), now);
        } else if (end.payee().isPresent()
                && money.payouts().ofProposal(end.proposal()).isEmpty()) {
            Action.Pay rest = new Action.Pay(end.payee().get(), left, PURPOSE);
            money.order().order(BodyRef.pool(end.pool()), end.proposal(), rest);
        }
    }
}
