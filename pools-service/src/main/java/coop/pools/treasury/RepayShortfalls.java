package coop.pools.treasury;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes up for what a Pool lacks as soon as it has money again that did not come by card: a payout that failed, a
 * bucket that was closed, a stake that came back. Card money repays by itself.
 */
public final class RepayShortfalls implements DueWork {
    private final TreasuryDesk desk;
    private final Ledger ledger;
    private final Freezes freezes;

    public RepayShortfalls(TreasuryDesk desk, Ledger ledger, Freezes freezes) {
        this.desk = desk;
        this.ledger = ledger;
        this.freezes = freezes;
    }

    @Override
    public String name() {
        return "repay-shortfalls";
    }

    @Override
    public int run(int atMost) {
        List<UUID> books = desk.charges().booksToRepay(atMost);
        books.forEach(book -> desk.transactions().inTransaction(() -> repay(book)));
        return books.size();
    }

    private void repay(UUID book) {
        Map<String, Money> balances = ledger.lockedBalances(List.of(book)).get(book);
        Money nothing = Money.zero(ledger.currency(book));
        Money lacking = balances.getOrDefault(Accounts.SHORTFALL, nothing);
        Money available = balances.getOrDefault(Accounts.AVAILABLE, nothing);
        Money amount = lacking.isMoreThan(available) ? available : lacking;
        if (!amount.isPositive()) {
            return;
        }
        // The id follows from where the book stands, which is locked.
        Cause cause = new Cause(
                "shortfall-repaid",
                IdSource.derivedId("shortfall", book.toString(), String.valueOf(ledger.lastSeq(book))));
        ledger.post(new Posting(
                book,
                cause,
                desk.clock().instant(),
                "processor",
                List.of(new Transfer(
                        Accounts.SHORTFALL, Accounts.AVAILABLE, amount, "Makes up for what the Pool lacked"))));
        if (amount.equals(lacking)) {
            freezes.lift(book, Freeze.Reason.SHORTFALL, "What was lacking has come in");
        }
    }
}
