package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Transfer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What one step means for the books of the Pools concerned.
 *
 * @param after the charge with the step taken and its shares as they stand then
 * @param transfers by Pool; a Pool whose money does not move is not in it
 */
public record Booking(Charge after, Map<UUID, List<Transfer>> transfers) {

    /** Of a charge that was made where the money is held now. */
    public static Booking of(Charge before, Step step, Function<UUID, Purse> purses) {
        return of(before, step, purses, pool -> Optional.empty());
    }

    /**
     * As above, wherever it was made.
     *
     * @param purses what each Pool can spend; the same one for the same Pool each time
     * @param formers who held a Pool's money when the charge was made, where that has changed
     */
    public static Booking of(
            Charge before, Step step, Function<UUID, Purse> purses, Function<UUID, Optional<Former>> formers) {
        List<Position> earlier = Position.of(before);
        List<Position> later = Position.of(step.after());
        List<Share> shares = new ArrayList<>();
        Map<UUID, List<Transfer>> transfers = new LinkedHashMap<>();
        for (int i = 0; i < later.size(); i++) {
            Share share = step.after().shares().get(i);
            UUID pool = share.pool();
            // Asked before the book is locked, by those who lock both.
            Optional<Former> former = formers.apply(pool);
            Map<String, Money> debits = new LinkedHashMap<>(later.get(i).since(earlier.get(i)));
            Money target = later.get(i).spendable();
            if (!target.equals(share.spendable())) {
                Purse.Moved moved = purses.apply(pool).bring(share, target);
                share = moved.share();
                debits.putAll(moved.debits());
            }
            former.ifPresent(place -> purses.apply(pool).moveAt(place, debits));
            shares.add(share);
            List<Transfer> own = matched(debits, step.words());
            if (!own.isEmpty()) {
                transfers.computeIfAbsent(pool, unused -> new ArrayList<>()).addAll(own);
            }
        }
        return new Booking(step.after().with(shares), transfers);
    }

    /** Pairs debits with credits in the order of the accounts; they add up to zero. */
    private static List<Transfer> matched(Map<String, Money> debits, String words) {
        Deque<Map.Entry<String, Money>> to = new ArrayDeque<>();
        Deque<Map.Entry<String, Money>> from = new ArrayDeque<>();
        debits.forEach((account, debit) -> {
            if (debit.isPositive()) {
                to.add(Map.entry(account, debit));
            } else if (!debit.isZero()) {
                from.add(Map.entry(account, debit.negated()));
            }
        });
        List<Transfer> transfers = new ArrayList<>();
        while (!to.isEmpty() && !from.isEmpty()) {
            Map.Entry<String, Money> debit = to.remove();
            Map.Entry<String, Money> credit = from.remove();
            boolean debitIsMore = debit.getValue().isMoreThan(credit.getValue());
            Money amount = debitIsMore ? credit.getValue() : debit.getValue();
            transfers.add(new Transfer(
                    debit.getKey(), credit.getKey(), amount, memo(words, debit.getKey(), credit.getKey())));
            pushRest(to, debit, amount);
            pushRest(from, credit, amount);
        }
        if (!to.isEmpty() || !from.isEmpty()) {
            throw new IllegalStateException("debits and credits differ: " + debits);
        }
        return transfers;
    }

    private static void pushRest(Deque<Map.Entry<String, Money>> side, Map.Entry<String, Money> entry, Money done) {
        Money rest = entry.getValue().minus(done);
        if (rest.isPositive()) {
            side.addFirst(Map.entry(entry.getKey(), rest));
        }
    }

    private static String memo(String words, String debit, String credit) {
        if (debit.equals(Accounts.DISPUTE_FEES)) {
            return joined(words, "the bank's fee");
        }
        if (debit.equals(Accounts.KEPT_BACK)) {
            return joined(words, "taken where the money was held before, and owed there");
        }
        if (credit.equals(Accounts.KEPT_BACK)) {
            return joined(words, "came back where the money was held before");
        }
        if (credit.equals(Accounts.SHORTFALL)) {
            return joined(words, "more than the Pool holds");
        }
        return debit.equals(Accounts.SHORTFALL) ? joined(words, "makes up for what the Pool lacked") : words;
    }

    private static String joined(String words, String more) {
        return words.isEmpty() ? more : words + " - " + more;
    }
}
