package coop.pools.enactment;

import coop.pools.governance.domain.Proposal;

/** What a decision does, inside the transaction that marks it as done. A refusal blocks the decision. */
public interface CarryOut {
    void carryOut(Proposal decided);

    /** A refusal has blocked it; inside the transaction that says so. */
    default void blocked(Proposal decided) {}
}
