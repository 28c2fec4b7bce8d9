package coop.pools.flood;

import coop.pools.kernel.Money;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.payout.domain.Payout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Books money that has come to the operator though two stewards had said that it came back or could not be sent. By their
 * word the book has it on the Pool's own account, where it is not. So it is moved from there to the operator, from where
 * it goes home; what was spent of it meanwhile the Pool lacks until then, and nobody else. No stake comes of it: that vote
 * has ended, and the members may have voted anew.
 */
public final class BookLateArrival {
    private static final String LATE = "payout-arrived-late";
    private static final String MEMO = "Came to the operator, though two stewards had said that it ";

    private final Ledger ledger;
    private final Freezes freezes;
    private final Predicate<UUID> ownAccount;

    /** @param ownAccount whether a Pool's money is on an account of its own now */
    public BookLateArrival(Ledger ledger, Freezes freezes, Predicate<UUID> ownAccount) {
        this.ledger = ledger;
        this.freezes = freezes;
        this.ownAccount = ownAccount;
    }

    /**
     * Called inside a transaction, once for each time that it arrives.
     *
     * @param times how often it was taken back before
     */
    void book(Payout payout, Money amount, Member pool, int times, Instant now) {
        Map<String, Money> balances = ledger.lockedBalances(List.of(pool.id())).get(pool.id());
        boolean there = ownAccount.test(pool.id());
        String from = there ? Accounts.AVAILABLE : Accounts.ON_OWN_ACCOUNT;
        Money none = Money.zero(payout.amount().currency());
        Money has = balances.getOrDefault(from, none);
        Money found = has.isMoreThan(amount) ? amount : has;
        Money lacking = amount.minus(found);
        String memo =
                MEMO + (payout.cameBack().isPositive() ? "came back: " : "could not be sent: ") + payout.purpose();
        List<Transfer> transfers = new ArrayList<>();
        // Where the operator holds the Pool's money by now it is there at once, and what is not is owed to the account.
        add(transfers, there ? Accounts.WITH_OPERATOR : Accounts.AVAILABLE, from, found, memo);
        add(
                transfers,
                there ? Accounts.WITH_OPERATOR : Accounts.KEPT_BACK,
                there ? Accounts.SHORTFALL : Accounts.OWED_TO_OWN_ACCOUNT,
                lacking,
                memo);
        if (transfers.isEmpty()) {
            return;
        }
        ledger.post(new Posting(
                pool.id(),
                new Cause(times == 0 ? LATE : LATE + "-" + (times + 1), payout.id()),
                now,
                "processor",
                transfers));
        if (there && lacking.isPositive()) {
            freezes.freeze(pool.id(), Freeze.Reason.SHORTFALL, "Money that was said to have come back was not there");
        }
    }

    private static void add(List<Transfer> transfers, String debit, String credit, Money amount, String memo) {
        if (amount.isPositive()) {
            transfers.add(new Transfer(debit, credit, amount, memo));
        }
    }
}
