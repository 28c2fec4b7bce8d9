package coop.pools.governance.domain;

import static coop.pools.governance.domain.ProposalState.BLOCKED;
import static coop.pools.governance.domain.ProposalState.COOLING_OFF;
import static coop.pools.governance.domain.ProposalState.DECIDED;
import static coop.pools.governance.domain.ProposalState.DISCUSSION;
import static coop.pools.governance.domain.ProposalState.DRAFT;
import static coop.pools.governance.domain.ProposalState.ENACTED;
import static coop.pools.governance.domain.ProposalState.EXPIRED;
import static coop.pools.governance.domain.ProposalState.REJECTED;
import static coop.pools.governance.domain.ProposalState.VOTING;
import static coop.pools.governance.domain.ProposalState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What people can do with a proposal, and in which of its states: the whole table. The clock does the rest. */
public enum Move {
    /** The author puts a draft before the members. */
    PUBLISH(EnumSet.of(DRAFT)),
    /** The author throws a draft away. */
    DISCARD(EnumSet.of(DRAFT)),
    /** The author words it anew; what stood before stays readable unless it was a draft. */
    EDIT(EnumSet.of(DRAFT, DISCUSSION)),
    /** A member stands behind it, or does so no longer. */
    SPONSOR(EnumSet.of(DISCUSSION)),
    /** The author takes it back. */
    WITHDRAW(EnumSet.of(DISCUSSION)),
    /** A member votes. */
    CAST(EnumSet.of(VOTING)),
    /** A member takes a ballot back. */
    TAKE_BACK(EnumSet.of(VOTING)),
    /** A member says something. */
    COMMENT(EnumSet.complementOf(EnumSet.of(DRAFT))),
    /** A member stops a payment that has passed, to have it looked at. */
    RAISE_CONCERN(EnumSet.of(COOLING_OFF)),
    /** The author or a steward says what came of it. */
    STATE_OUTCOME(EnumSet.of(REJECTED, EXPIRED, COOLING_OFF, DECIDED, ENACTED, BLOCKED));

    private final Set<ProposalState> states;

    Move(Set<ProposalState> states) {
        this.states = states;
    }

    public boolean isAllowedIn(ProposalState state) {
        return states.contains(state);
    }

    /** The word in facts of refusals. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The states from which nothing leads on. */
    public static Set<ProposalState> ends() {
        return EnumSet.of(REJECTED, EXPIRED, ENACTED, BLOCKED, WITHDRAWN);
    }

    /** The states that only the clock leads on from. */
    public static Set<ProposalState> waits() {
        return EnumSet.of(COOLING_OFF, DECIDED);
    }
}
