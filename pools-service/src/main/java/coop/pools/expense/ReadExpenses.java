package coop.pools.expense;

import coop.pools.expense.domain.Expense;
import coop.pools.expense.domain.ExpenseState;
import coop.pools.governance.Bodies;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.domain.Payout;
import coop.pools.receipt.ReadReceipts;
import coop.pools.receipt.domain.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Expenses, for members of the Pool and for who handed them in; to all others they do not exist. */
public final class ReadExpenses {
    private final ExpenseStore expenses;
    private final Bodies bodies;
    private final ReadProposals proposals;
    private final ReadPayouts payouts;
    private final ReadReceipts receipts;

    public ReadExpenses(
            ExpenseStore expenses, Bodies bodies, ReadProposals proposals, ReadPayouts payouts, ReadReceipts receipts) {
        this.expenses = expenses;
        this.bodies = bodies;
        this.proposals = proposals;
        this.payouts = payouts;
        this.receipts = receipts;
    }

    /** An expense as it stands, with its receipts in order. */
    public record Standing(
            Expense expense, Bodies.Body pool, ExpenseState state, Optional<Payout> payout, List<Receipt> receipts) {}

    /** @throws Refused SIGN_IN_REQUIRED, SCOPE_MISSING or NOT_FOUND */
    public Standing byId(Caller caller, UUID id) {
        UUID person = caller.require(Scope.READ);
        return expenses.find(id)
                .filter(found -> found.person().equals(person) || bodies.isMember(found.pool(), person))
                .map(this::standing)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The Pool's expenses, the newest first. Refused with NOT_FOUND or MEMBERS_ONLY. */
    public List<Standing> ofPool(Caller caller, Bodies.Body pool, Optional<UUID> after, int limit) {
        if (!bodies.isMember(pool.ref(), caller.require(Scope.READ))) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        return expenses.ofPool(pool.ref().id(), after, limit).stream()
                .map(this::standing)
                .toList();
    }

    /** The Pool of an address; refused with NOT_FOUND. */
    public Bodies.Body pool(String slug) {
        return bodies.bySlug(BodyRef.Kind.POOL, slug)
                .map(bodies::read)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The expense that a proposal is about, without asking who asks; empty for all other proposals. */
    public Optional<Expense> ofProposal(UUID proposal) {
        return expenses.ofProposal(proposal);
    }

    private Standing standing(Expense expense) {
        Optional<Payout> payout = payouts.ofProposal(expense.proposal());
        ExpenseState state = ExpenseState.of(proposals.one(expense.proposal()).state(), payout.map(Payout::state));
        return new Standing(expense, bodies.read(expense.pool()), state, payout, receipts.about(expense.id()));
    }
}
