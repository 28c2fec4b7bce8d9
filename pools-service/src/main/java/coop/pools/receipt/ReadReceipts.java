package coop.pools.receipt;

import coop.pools.governance.Audience;
import coop.pools.governance.ProposalStore;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.receipt.domain.Receipt;
import java.util.List;
import java.util.UUID;

/**
 * Receipts, for the {@link Audience} of the Pool or Flood and for who handed them in; to all others they do not exist.
 */
public final class ReadReceipts {
    private final ReceiptStore store;
    private final ProposalStore proposals;
    private final Audience audience;

    public ReadReceipts(ReceiptStore store, ProposalStore proposals, Audience audience) {
        this.store = store;
        this.proposals = proposals;
        this.audience = audience;
    }

    /** A receipt and its bytes, in pieces. */
    public record Opened(Receipt receipt, List<byte[]> chunks) {}

    /** @throws Refused SIGN_IN_REQUIRED, SCOPE_MISSING or NOT_FOUND */
    public Opened open(Caller caller, UUID id) {
        UUID person = caller.require(Scope.READ);
        Receipt receipt = store.find(id)
                .filter(found -> found.erasedAt().isEmpty())
                .filter(found -> found.keptBy().equals(person) || mayRead(found, person))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return new Opened(receipt, store.chunks(id));
    }

    /** A draft is nobody's business but its author's. */
    private boolean mayRead(Receipt receipt, UUID person) {
        boolean draft = receipt.purpose() == Receipt.Purpose.PROPOSAL
                && proposals.find(receipt.about()).isEmpty();
        return !draft && audience.includes(receipt.body(), person);
    }

    /** What is kept about something, without the bytes and without asking who asks; may be empty. */
    public List<Receipt> about(UUID about) {
        return store.about(about);
    }
}
