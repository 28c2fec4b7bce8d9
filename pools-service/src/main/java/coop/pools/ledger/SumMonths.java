package coop.pools.ledger;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.FlowStore.Move;
import java.util.List;
import java.util.UUID;

/** Carries the sums by month forward over what has been booked since. */
public final class SumMonths implements DueWork {
    private static final int CHUNK = 2_000;

    private final Transactions transactions;
    private final FlowStore flows;
    private final LedgerStore books;

    public SumMonths(Transactions transactions, FlowStore flows, LedgerStore books) {
        this.transactions = transactions;
        this.flows = flows;
        this.books = books;
    }

    @Override
    public String name() {
        return "sum-months";
    }

    @Override
    public Lane lane() {
        return Lane.BOOKS;
    }

    @Override
    public int run(int atMost) {
        int done = 0;
        for (UUID book : flows.unsummed(atMost)) {
            done += transactions.inTransaction(() -> carryForward(book)) ? 1 : 0;
        }
        return done;
    }

    private boolean carryForward(UUID book) {
        flows.begin(book);
        List<Move> moves = flows.movesAfter(book, flows.lockSummed(book), CHUNK);
        if (moves.isEmpty()) {
            return false;
        }
        MonthSums sums = new MonthSums(books.accounts(book));
        moves.forEach(sums::add);
        sums.forEach((key, sum) -> {
            if (flows.add(book, key.month(), key.accountNo(), sum.cameIn(), sum.wentOut()) == 0) {
                flows.insert(book, key.month(), key.accountNo(), sum.cameIn(), sum.wentOut());
            }
        });
        flows.moveSummed(book, moves.get(moves.size() - 1).seq());
        return true;
    }
}
