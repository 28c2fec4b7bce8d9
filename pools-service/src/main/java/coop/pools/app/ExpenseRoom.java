package coop.pools.app;

import coop.pools.expense.ExpenseDesk;
import coop.pools.expense.ExpenseStore;
import coop.pools.expense.HandInExpense;
import coop.pools.expense.ReadExpenses;
import coop.pools.expense.sql.SqlExpenseStore;
import coop.pools.expense.web.ExpensePages;
import coop.pools.expense.web.ExpenseShowing;
import coop.pools.expense.web.ExpensesApi;
import coop.pools.governance.Bodies;
import coop.pools.identity.ReadPeople;
import coop.pools.payout.OwnPayee;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** Expenses that members hand in. */
final class ExpenseRoom {
    final ReadExpenses readExpenses;
    private final HandInExpense handIn;
    private final Foundation foundation;
    private final PayoutRoom payout;
    private final ReadPeople people;

    ExpenseRoom(
            Foundation foundation,
            Bodies bodies,
            IdentityRoom identity,
            GovernanceRoom governance,
            ReceiptRoom receipts,
            PayoutRoom payout) {
        this.foundation = foundation;
        this.payout = payout;
        people = identity.readPeople;
        ExpenseStore expenses = foundation.store(SqlExpenseStore.class);
        ExpenseDesk desk =
                new ExpenseDesk(foundation.transactions(), expenses, payout.payees, people, foundation.clock());
        OwnPayee ownPayee = new OwnPayee(payout.payees, bodies, foundation.ids(), foundation.clock());
        handIn = new HandInExpense(desk, receipts.keep, ownPayee, governance.acts.propose(), bodies);
        readExpenses =
                new ReadExpenses(expenses, bodies, governance.readers.proposals(), payout.readPayouts, receipts.read);
    }

    void register(JerseyEnvironment jersey) {
        jersey.register(new ExpensesApi(handIn, readExpenses, people, foundation.ids()));
        jersey.register(new ExpensePages(
                foundation.pages(),
                handIn,
                readExpenses,
                new ExpenseShowing(people, payout.readPayees),
                payout.invitePayee));
    }
}
