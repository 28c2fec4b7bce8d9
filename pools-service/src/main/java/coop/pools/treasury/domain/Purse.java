package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * The charge was made where somebody else held the Pool's money. What moves by it moves there: what is taken is kept
     * back here and owed there, what comes back makes up for that first, and the rest is there for the Pool.
     *
     * @param debits of one share, as if the money moved here; changed in place
     */
    void moveAt(Former former, Map<String, Money> debits) {
        Money moved = debits.entrySet().stream()
                .filter(entry -> isHere(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Money.zero(currency), Money::plus);
        if (moved.isPositive()) {
            cameBackAt(former, moved, debits);
        } else if (!moved.isZero()) {
            takenAt(former, moved.negated(), debits);
        }
    }

    private void takenAt(Former former, Money amount, Map<String, Money> debits) {
        Money there = least(amount, balance(former.left()));
        add(debits, former.left(), there.negated());
        add(debits, Accounts.AVAILABLE, there);
        Money rest = amount.minus(there);
        add(debits, Accounts.KEPT_BACK, rest);
        owe(debits, former, rest);
    }

    private void cameBackAt(Former former, Money amount, Map<String, Money> debits) {
        Money owed = least(amount, least(balance(Accounts.KEPT_BACK), balance(former.owed())));
        add(debits, Accounts.KEPT_BACK, owed.negated());
        owe(debits, former, owed.negated());
        Money rest = amount.minus(owed);
        add(debits, former.left(), rest);
        for (String account : List.copyOf(debits.keySet())) {
            Money not = isHere(account) ? least(rest, debits.get(account)) : Money.zero(currency);
            if (not.isPositive()) {
                take(debits, account, not);
                rest = rest.minus(not);
            }
        }
    }

    private static boolean isHere(String account) {
        return account.startsWith("assets:held:") || account.equals(Accounts.SHORTFALL);
    }

    /** A shortfall grows by what is not debited; every other account here holds less. */
    private void take(Map<String, Money> debits, String account, Money amount) {
        debits.merge(account, amount.negated(), Money::plus);
        boolean lacks = account.equals(Accounts.SHORTFALL);
        balances.merge(account, lacks ? amount : amount.negated(), Money::plus);
    }

    private void add(Map<String, Money> debits, String account, Money debit) {
        if (!debit.isZero()) {
            debits.merge(account, debit, Money::plus);
            balances.merge(account, debit, Money::plus);
        }
    }

    private void owe(Map<String, Money> debits, Former former, Money more) {
        if (!more.isZero()) {
            debits.merge(former.owed(), more.negated(), Money::plus);
            balances.merge(former.owed(), more, Money::plus);
        }
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
