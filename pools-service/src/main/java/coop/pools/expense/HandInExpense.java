package coop.pools.expense;

import coop.pools.expense.domain.Expense;
import coop.pools.expense.domain.ExpenseWords;
import coop.pools.governance.Bodies;
import coop.pools.governance.Draft;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.Propose;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.payout.OwnPayee;
import coop.pools.payout.domain.Payee;
import coop.pools.receipt.KeepReceipts;
import coop.pools.receipt.domain.Receipt;
import coop.pools.receipt.domain.ReceiptFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes an expense with its receipts and puts it to the Pool as a proposal to pay it, all of it or nothing. The member
 * is paid as a payee of their own; their bank details can follow later.
 */
public final class HandInExpense {
    private static final int MOST_IN_PERIOD = 50;
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Duration OLDEST = Duration.ofDays(3 * 366);

    private final ExpenseDesk desk;
    private final KeepReceipts receipts;
    private final OwnPayee ownPayee;
    private final Propose propose;
    private final Bodies bodies;

    public HandInExpense(ExpenseDesk desk, KeepReceipts receipts, OwnPayee ownPayee, Propose propose, Bodies bodies) {
        this.desk = desk;
        this.receipts = receipts;
        this.ownPayee = ownPayee;
        this.propose = propose;
        this.bodies = bodies;
    }

    /**
     * What is handed in; the id comes with the form or the idempotency key.
     *
     * @param title 3 to 120 characters
     * @param note Markdown, at most 10,000 characters
     * @param files 1 to 5, as sent
     */
    public record Claim(
            UUID id,
            String slug,
            String title,
            Money amount,
            Optional<LocalDate> spentOn,
            String note,
            List<byte[]> files) {}

    /**
     * The expense, whose vote is on its way; asking again with the id answers the one that exists.
     *
     * @throws Refused NOT_FOUND, MEMBERS_ONLY, INVALID_FIELD, RECEIPT_COUNT, RECEIPT_TOO_LARGE, RECEIPT_UNREADABLE,
     *     EXPENSES_TOO_MANY, EXPENSE_EXISTS and what {@link Propose} refuses
     */
    public Expense handIn(Caller caller, Claim claim) {
        UUID person = caller.require(Scope.VOTE);
        BodyRef pool =
                bodies.bySlug(BodyRef.Kind.POOL, claim.slug()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!bodies.isMember(pool, person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        claim.spentOn().ifPresent(this::checkDay);
        List<ReceiptFile> files = KeepReceipts.checked(claim.files(), 1);
        return desk.transactions()
                .inTransaction(() -> desk.expenses()
                        .find(claim.id())
                        .map(present -> same(present, person, pool, claim))
                        .orElseGet(() -> store(caller, person, pool, claim, files)));
    }

    private Expense store(Caller caller, UUID person, BodyRef pool, Claim claim, List<ReceiptFile> files) {
        Instant now = desk.clock().instant();
        // The person's payee is locked first: two requests with one id wait for each other here.
        Payee payee = ownPayee.of(pool, person, desk.people().name(person));
        desk.payees().lock(payee.id());
        Optional<Expense> present = desk.expenses().find(claim.id());
        if (present.isPresent()) {
            return same(present.get(), person, pool, claim);
        }
        if (desk.expenses().countSince(pool.id(), person, now.minus(PERIOD)) >= MOST_IN_PERIOD) {
            throw new Refused(
                    ExpenseRefusal.EXPENSES_TOO_MANY, Map.of("most", MOST_IN_PERIOD, "days", PERIOD.toDays()));
        }
        List<Receipt> kept = receipts.keep(pool, claim.id(), person, files);
        Action pay = new Action.Pay(payee.id(), claim.amount(), ExpenseWords.purpose(claim.title()));
        String text = ExpenseWords.text(claim.id(), claim.note(), claim.spentOn(), kept);
        Proposal proposal = propose.propose(
                caller, proposalOf(claim.id()), new Draft(pool, claim.title(), text, pay, Optional.empty()));
        Expense expense = new Expense(
                claim.id(),
                pool,
                person,
                payee.id(),
                proposal.id(),
                proposal.title(),
                claim.amount(),
                claim.spentOn(),
                claim.note(),
                now);
        desk.expenses().insert(expense);
        return expense;
    }

    private static UUID proposalOf(UUID expense) {
        return IdSource.derivedId("expense-proposal", expense.toString());
    }

    private static Expense same(Expense present, UUID person, BodyRef pool, Claim claim) {
        if (!present.person().equals(person)
                || !present.pool().equals(pool)
                || !present.amount().equals(claim.amount())) {
            throw new Refused(ExpenseRefusal.EXPENSE_EXISTS);
        }
        return present;
    }

    /** Somewhere on earth it is tomorrow already. */
    private void checkDay(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
        if (day.isAfter(today.plusDays(1)) || day.isBefore(today.minusDays(OLDEST.toDays()))) {
            throw new Refused(
                    CommonRefusal.INVALID_FIELD, Map.of("field", "spentOn", "reason", "a day of the last three years"));
        }
    }
}
