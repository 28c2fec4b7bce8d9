package coop.pools.receipt;

import coop.pools.governance.ProposalStore;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import coop.pools.receipt.domain.Receipt;
import java.time.Clock;
import java.util.UUID;

/**
 * Erases a file that somebody added to their own words: its bytes are gone, that it was there stays on record with its
 * hash. Papers of money are not erased this way, and those of a proposal not while it is voted on. Refuses with
 * NOT_FOUND and WORDS_ARE_FROZEN; erasing twice changes nothing.
 */
public final class EraseAttachment {
    private final Transactions transactions;
    private final ReceiptStore store;
    private final ProposalStore proposals;
    private final Clock clock;

    public EraseAttachment(Transactions transactions, ReceiptStore store, ProposalStore proposals, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.proposals = proposals;
        this.clock = clock;
    }

    public Receipt erase(Caller caller, UUID id) {
        UUID person = caller.require(Scope.VOTE);
        return transactions.inTransaction(() -> {
            Receipt receipt = store.find(id)
                    .filter(found -> found.purpose() != Receipt.Purpose.MONEY)
                    .filter(found -> found.keptBy().equals(person))
                    .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            if (receipt.purpose() == Receipt.Purpose.PROPOSAL) {
                proposals.lock(receipt.about()).ifPresent(EraseAttachment::refuseWhileVoting);
            }
            if (store.markErased(id, clock.instant()) == 1) {
                store.deleteChunks(id);
            }
            return receipt;
        });
    }

    private static void refuseWhileVoting(Proposal proposal) {
        if (proposal.progress().vote().isPresent()
                && proposal.progress().closedAt().isEmpty()) {
            throw new Refused(ReceiptRefusal.WORDS_ARE_FROZEN);
        }
    }
}
