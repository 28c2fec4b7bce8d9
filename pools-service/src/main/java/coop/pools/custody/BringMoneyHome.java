package coop.pools.custody;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.treasury.domain.Former;
import java.util.List;
import java.util.UUID;

/**
 * Money that came back to where a Pool's money was held before can be spent as soon as the Pool's money is held there
 * again.
 */
public final class BringMoneyHome implements DueWork {
    private final CustodyDesk desk;
    private final ReadCustody custody;
    private final Ledger ledger;

    public BringMoneyHome(CustodyDesk desk, ReadCustody custody, Ledger ledger) {
        this.desk = desk;
        this.custody = custody;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "bring-money-home";
    }

    @Override
    public int run(int atMost) {
        return (int) desk.store().booksWithMoneyElsewhere(atMost).stream()
                .filter(book -> desk.transactions().inTransaction(() -> bring(book)))
                .count();
    }

    private boolean bring(UUID book) {
        Former home = custody.placeOf(book).isPresent() ? Former.OWN_ACCOUNT : Former.OPERATOR;
        ledger.hold(book);
        Money there = ledger.balance(book, home.left());
        if (!there.isPositive()) {
            return false;
        }
        Cause cause = new Cause(
                "brought-home",
                IdSource.derivedId("brought-home", book.toString(), String.valueOf(ledger.lastSeq(book))));
        Transfer transfer = new Transfer(Accounts.AVAILABLE, home.left(), there, "The money is held there again");
        return ledger.post(new Posting(book, cause, desk.clock().instant(), "processor", List.of(transfer)));
    }
}
