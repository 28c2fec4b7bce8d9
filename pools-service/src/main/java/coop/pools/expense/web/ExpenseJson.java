package coop.pools.expense.web;

import coop.pools.expense.ReadExpenses.Standing;
import coop.pools.expense.domain.Expense;
import coop.pools.payout.domain.Payout;
import coop.pools.platform.web.MoneyJson;
import coop.pools.receipt.web.ReceiptJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An expense in the API, for members of the Pool.
 *
 * @param person who handed it in and is paid
 * @param payee the person as a payee of the Pool
 * @param note Markdown; may be empty
 * @param state handed-in, proposed, approved, paid, rejected, withdrawn, blocked or returned
 * @param proposal the vote that decides it
 * @param payout once it is decided
 */
public record ExpenseJson(
        UUID id,
        String pool,
        String title,
        MoneyJson amount,
        Optional<LocalDate> spentOn,
        String note,
        String state,
        UUID person,
        String personName,
        UUID payee,
        UUID proposal,
        Optional<UUID> payout,
        List<ReceiptJson> receipts,
        Instant handedInAt) {

    static ExpenseJson of(Standing standing, String personName) {
        Expense expense = standing.expense();
        return new ExpenseJson(
                expense.id(),
                standing.pool().slug(),
                expense.title(),
                MoneyJson.of(expense.amount()),
                expense.spentOn(),
                expense.note(),
                standing.state().word(),
                expense.person(),
                personName,
                expense.payee(),
                expense.proposal(),
                standing.payout().map(Payout::id),
                standing.receipts().stream().map(ReceiptJson::of).toList(),
                expense.handedInAt());
    }

    /** Part of a list, newest first; {@code next} goes into {@code ?after=}. */
    public record Items(List<ExpenseJson> items, Optional<UUID> next) {}
}
