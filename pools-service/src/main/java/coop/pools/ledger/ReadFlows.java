package coop.pools.ledger;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.FlowStore.Move;
import coop.pools.ledger.FlowStore.Sum;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.MonthFlow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What came in and went out by month, and entries found by what they say. Public, as the books are. */
public final class ReadFlows {
    /** What is read beside the sums; the sums are never far behind. */
    private static final int TAIL = 5_000;

    private static final int MOST_READS = 20;

    private final FlowStore flows;
    private final LedgerStore books;

    public ReadFlows(FlowStore flows, LedgerStore books) {
        this.flows = flows;
        this.books = books;
    }

    /** The months from one to another, each of them, the earliest first; with nothing in them where nothing was. */
    public List<MonthFlow> months(UUID book, YearMonth from, YearMonth to) {
        Currency currency = books.book(book)
                .map(head -> Currency.getInstance(head.currency()))
                .orElseThrow();
        Map<YearMonth, List<Sum>> byMonth = new HashMap<>();
        sums(book, from)
                .forEach(sum -> byMonth.computeIfAbsent(YearMonth.parse(sum.month()), month -> new ArrayList<>())
                        .add(sum));
        List<MonthFlow> result = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            result.add(flow(month, byMonth.getOrDefault(month, List.of()), currency));
        }
        return result;
    }

    /** Sums and what was booked after them; read again where they were carried forward in between. */
    private List<Sum> sums(UUID book, YearMonth from) {
        for (int attempt = 1; ; attempt++) {
            long summed = flows.summed(book).orElse(0L);
            List<Sum> sums = new ArrayList<>(flows.sums(book, from.toString()));
            if (flows.summed(book).orElse(0L) == summed) {
                sums.addAll(tail(book, summed));
                return sums;
            }
            if (attempt == MOST_READS) {
                throw new Refused(CommonRefusal.TRY_AGAIN);
            }
        }
    }

    private List<Sum> tail(UUID book, long summed) {
        List<Move> moves = flows.movesAfter(book, summed, TAIL);
        if (moves.isEmpty()) {
            return List.of();
        }
        MonthSums sums = new MonthSums(books.accounts(book));
        moves.forEach(sums::add);
        List<Sum> result = new ArrayList<>();
        sums.forEach((key, total) ->
                result.add(new Sum(key.month(), sums.nameOf(key.accountNo()), total.cameIn(), total.wentOut())));
        return result;
    }

    private static MonthFlow flow(YearMonth month, List<Sum> sums, Currency currency) {
        Map<String, Money> inBy = new HashMap<>();
        Map<String, Money> outBy = new HashMap<>();
        Money cameIn = Money.zero(currency);
        Money wentOut = Money.zero(currency);
        for (Sum sum : sums) {
            Money in = new Money(sum.cameIn(), currency);
            Money out = new Money(sum.wentOut(), currency);
            cameIn = cameIn.plus(in);
            wentOut = wentOut.plus(out);
            if (in.isPositive()) {
                inBy.merge(sum.account(), in, Money::plus);
            }
            if (out.isPositive()) {
                outBy.merge(sum.account(), out, Money::plus);
            }
        }
        return new MonthFlow(month, cameIn, wentOut, inBy, outBy);
    }

    /** Entries that fit, before a number, the newest first. */
    public List<Entry> found(UUID book, long beforeSeq, EntryFilter filter, int limit) {
        return flows.found(book, beforeSeq, filter, limit);
    }
}
