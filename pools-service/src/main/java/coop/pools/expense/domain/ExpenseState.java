package coop.pools.expense.domain;

import coop.pools.governance.domain.ProposalState;
import coop.pools.payout.domain.PayoutState;
import java.util.Locale;
import java.util.Optional;

/** Where an expense stands. Never stored: derived from its proposal and payout, so that it cannot disagree with them. */
public enum ExpenseState {
    /** Discussed; the vote has not opened. */
    HANDED_IN,
    /** Being voted on, or passed and not yet carried out. */
    PROPOSED,
    /** Passed; the money is set aside or on its way. */
    APPROVED,
    PAID,
    /** Voted down, or too few voted. */
    REJECTED,
    /** Taken back by who handed it in. */
    WITHDRAWN,
    /** Passed, and could not be carried out. */
    BLOCKED,
    /** Sent in vain or taken back: the money is with the Pool again. */
    RETURNED;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param payout of the proposal, once it has ordered one */
    public static ExpenseState of(ProposalState proposal, Optional<PayoutState> payout) {
        return switch (proposal) {
            case DRAFT, DISCUSSION -> HANDED_IN;
            case VOTING, COOLING_OFF, DECIDED -> PROPOSED;
            case REJECTED, EXPIRED -> REJECTED;
            case WITHDRAWN -> WITHDRAWN;
            case BLOCKED -> BLOCKED;
            case ENACTED -> payout.map(ExpenseState::of).orElse(APPROVED);
        };
    }

    private static ExpenseState of(PayoutState payout) {
        return switch (payout) {
            case RESERVED, SENT -> APPROVED;
            case PAID -> PAID;
            case FAILED, REVERSED -> RETURNED;
        };
    }
}
