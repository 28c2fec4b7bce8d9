package coop.pools.receipt;

import coop.pools.governance.Audience;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.PreparationStore;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.receipt.domain.Receipt;
import java.util.List;
import java.util.UUID;

/** Files of a proposal and its comments, for its {@link Audience}; those of a draft for its author. */
public final class ReadAttachments {
    private final ReceiptStore store;
    private final ProposalStore proposals;
    private final PreparationStore preparations;
    private final Audience audience;

    public ReadAttachments(
            ReceiptStore store, ProposalStore proposals, PreparationStore preparations, Audience audience) {
        this.store = store;
        this.proposals = proposals;
        this.preparations = preparations;
        this.audience = audience;
    }

    /**
     * In the order of their moments; erased ones too, which have no bytes.
     *
     * @throws Refused NOT_FOUND or MEMBERS_ONLY
     */
    public List<Receipt> of(Caller caller, UUID id) {
        UUID person = caller.require(Scope.READ);
        Proposal proposal = preparations
                .draft(id, person)
                .or(() -> proposals.find(id))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!audience.includes(proposal.body(), person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        return store.attached(id);
    }
}
