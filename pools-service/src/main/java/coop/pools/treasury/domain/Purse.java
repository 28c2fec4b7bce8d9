package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a Pool can spend, while a charge of its changes: money comes out of the share's bucket first, then out of what
 * the Pool can spend freely, and what is lacking becomes the Pool's shortfall; money that comes in makes up for a
 * shortfall first. So available money and shortfall are never there together. Not shared between threads.
 */
public final class Purse {
    private final Map<String, Money> balances;
    private final Predicate<String> openBucket;
    private final Currency currency;
    private final Money lackedBefore;

    /**
     * @param balances of the book under its lock, in normal direction
     * @param openBucket whether the Pool has a bucket of this slug that takes money
     */
    public Purse(Map<String, Money> balances, Predicate<String> openBucket, Currency currency) {
        this.balances = new HashMap<>(balances);
        this.openBucket = openBucket;
        this.currency = currency;
        this.lackedBefore = shortfall();
    }

    /** A share as it stands now, and what that means for accounts: debits above zero, credits below. */
    record Moved(Share share, Map<String, Money> debits) {}

    /** Brings what the share has in spendable money to {@code target}. */
    Moved bring(Share share, Money target) {
        Money change = target.minus(share.spendable());
        if (change.isZero()) {
            return new Moved(share, Map.of());
        }
        return change.isPositive() ? in(share, change) : out(share, change.negated());
    }

    private Moved out(Share share, Money amount) {
        Map<String, Money> debits = new LinkedHashMap<>();
        Money bucketed = Money.zero(currency);
        if (share.bucket().isPresent()) {
            String bucket = Accounts.bucket(share.bucket().get());
            bucketed = least(amount, least(share.inBucket(), balance(bucket)));
            take(bucket, bucketed, debits);
        }
        Money rest = amount.minus(bucketed);
        Money available = least(rest, balance(Accounts.AVAILABLE));
        take(Accounts.AVAILABLE, available, debits);
        Money lacking = rest.minus(available);
        if (lacking.isPositive()) {
            debits.put(Accounts.SHORTFALL, lacking.negated());
            balances.merge(Accounts.SHORTFALL, lacking, Money::plus);
        }
        return new Moved(
                share.with(share.inBucket().minus(bucketed), share.inFree().minus(rest)), debits);
    }

    private Moved in(Share share, Money amount) {
        Map<String, Money> debits = new LinkedHashMap<>();
        boolean toBucket = share.bucket().filter(openBucket).isPresent();
        Money drawn = share.inFree().minorUnits() < 0 ? share.inFree().negated() : Money.zero(currency);
        Money free = toBucket ? least(amount, drawn) : amount;
        Money repaid = least(free, balance(Accounts.SHORTFALL));
        if (repaid.isPositive()) {
            debits.put(Accounts.SHORTFALL, repaid);
            balances.merge(Accounts.SHORTFALL, repaid.negated(), Money::plus);
        }
        put(Accounts.AVAILABLE, free.minus(repaid), debits);
        Money bucketed = amount.minus(free);
        share.bucket().ifPresent(bucket -> put(Accounts.bucket(bucket), bucketed, debits));
        return new Moved(
                share.with(share.inBucket().plus(bucketed), share.inFree().plus(free)), debits);
    }

    private void take(String account, Money amount, Map<String, Money> debits) {
        put(account, amount.negated(), debits);
    }

    private void put(String account, Money amount, Map<String, Money> debits) {
        if (!amount.isZero()) {
            debits.put(account, amount);
            balances.merge(account, amount, Money::plus);
        }
    }

    /** Whether the Pool has come to lack money, or does not lack any more. */
    public boolean turned() {
        return lackedBefore.isPositive() != shortfall().isPositive();
    }

    /** What the Pool lacks. */
    public Money shortfall() {
        return balance(Accounts.SHORTFALL);
    }

    private Money balance(String account) {
        return balances.getOrDefault(account, Money.zero(currency));
    }

    private static Money least(Money one, Money other) {
        return one.isMoreThan(other) ? other : one;
    }
}
