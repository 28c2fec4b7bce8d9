package coop.pools.reconciliation;

import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.ProcessorBalance;
import coop.pools.kernel.Money;
import coop.pools.ledger.HeldTotals;
import coop.pools.reconciliation.domain.Total;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Adds up what the processor holds for the platform and what the books say it does. */
public final class SumUp {
    private final PaymentProcessor processor;
    private final HeldTotals held;
    private final MovementStore movements;
    private final OwnAccounts ownAccounts;
    private final Cover cover;

    public SumUp(
            PaymentProcessor processor,
            HeldTotals held,
            MovementStore movements,
            OwnAccounts ownAccounts,
            Cover cover) {
        this.processor = processor;
        this.held = held;
        this.movements = movements;
        this.ownAccounts = ownAccounts;
        this.cover = cover;
    }

    /** Who tells what of the money is the operator's, and what was taken that nobody knows. */
    public record Cover(Concerned concerned, DifferenceStore differences) {}

    /** Both sides at nearly one moment, by currency. */
    public record Sums(Map<Currency, Long> atProcessor, Map<Currency, Long> inBooks) {}

    /** Asks both sides. */
    public Sums read() {
        Map<Currency, Long> atProcessor = new HashMap<>();
        for (ProcessorBalance balance : processor.readBalance(Optional.empty())) {
            atProcessor.merge(
                    balance.currency(),
                    Math.addExact(balance.availableMinor(), balance.pendingMinor()),
                    Math::addExact);
        }
        Map<Currency, Long> inBooks = new HashMap<>();
        held.except(List.copyOf(ownAccounts.books()))
                .forEach(sum -> inBooks.put(Currency.getInstance(sum.currency()), sum.amountMinor()));
        return new Sums(atProcessor, inBooks);
    }

    /**
     * The sums of every currency that any money is or was in.
     *
     * @param before what was read before the movements were; if it was the same, nothing moved meanwhile
     * @param explained what single movements explain
     */
    public List<Total> totals(Sums before, Sums now, Collection<Money> explained) {
        Map<Currency, Long> platform = byCurrency(movements.platform());
        Map<Currency, Long> operators = byCurrency(cover.concerned().operators());
        Map<Currency, Long> taken = byCurrency(cover.differences().taken());
        Map<Currency, Long> single = new HashMap<>();
        explained.forEach(money -> single.merge(money.currency(), money.minorUnits(), Math::addExact));
        Set<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        for (Map<Currency, Long> some : List.of(now.atProcessor(), now.inBooks(), platform, single)) {
            currencies.addAll(some.keySet());
        }
        return currencies.stream()
                .map(currency -> new Total(
                                of(now.atProcessor(), currency),
                                of(now.inBooks(), currency),
                                of(platform, currency),
                                of(single, currency),
                                Money.zero(currency),
                                moved(before, now, currency))
                        .lackingBeside(of(operators, currency), of(taken, currency)))
                .toList();
    }

    private static Map<Currency, Long> byCurrency(List<MovementStore.Sum> sums) {
        Map<Currency, Long> amounts = new HashMap<>();
        sums.forEach(sum -> amounts.put(Currency.getInstance(sum.currency()), sum.amountMinor()));
        return amounts;
    }

    private static boolean moved(Sums before, Sums now, Currency currency) {
        return !of(before.atProcessor(), currency).equals(of(now.atProcessor(), currency))
                || !of(before.inBooks(), currency).equals(of(now.inBooks(), currency));
    }

    private static Money of(Map<Currency, Long> sums, Currency currency) {
        return new Money(sums.getOrDefault(currency, 0L), currency);
    }
}
