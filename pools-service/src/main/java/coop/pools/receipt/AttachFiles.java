package coop.pools.receipt;

import coop.pools.governance.Bodies;
import coop.pools.governance.CommentStore;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.PreparationStore;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import coop.pools.receipt.domain.Receipt;
import coop.pools.receipt.domain.ReceiptFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Adds photos and PDFs to a proposal, by its author until its vote opens, or to a comment, by whoever wrote it: as
 * receipts are kept, at most five each. A file that is there already is not added again.
 *
 * <p>Refuses with NOT_FOUND, MEMBERS_ONLY, NOT_YOUR_WORDS, WORDS_ARE_FROZEN, RECEIPT_COUNT, RECEIPT_TOO_LARGE and
 * RECEIPT_UNREADABLE, and with FILES_TOO_MANY: a person adds forty in a day.
 */
public final class AttachFiles {
    private static final int MOST_A_DAY = 40;

    private final Transactions transactions;
    private final ReceiptStore store;
    private final KeepReceipts keep;
    private final Words words;
    private final Bodies bodies;

    public AttachFiles(Transactions transactions, ReceiptStore store, KeepReceipts keep, Words words, Bodies bodies) {
        this.transactions = transactions;
        this.store = store;
        this.keep = keep;
        this.words = words;
        this.bodies = bodies;
    }

    /** Where what people write stands. */
    public record Words(ProposalStore proposals, PreparationStore preparations, CommentStore comments) {}

    /** All files of the proposal itself, the new ones too. */
    public List<Receipt> toProposal(Caller caller, UUID id, List<byte[]> sent) {
        UUID person = caller.require(Scope.VOTE);
        List<ReceiptFile> files = KeepReceipts.checked("file", sent, 1);
        return transactions.inTurn(person, () -> {
            Proposal proposal = words.preparations()
                    .lockDraft(id, person)
                    .or(() -> words.proposals().lock(id))
                    .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            requireMember(proposal, person);
            requireOwn(proposal.author(), person);
            boolean open = proposal.progress().vote().isEmpty()
                    && proposal.progress().blocked().isEmpty()
                    && proposal.progress().withdrawnAt().isEmpty();
            if (!open) {
                throw new Refused(ReceiptRefusal.WORDS_ARE_FROZEN);
            }
            return added(new Place(proposal, id, Receipt.Purpose.PROPOSAL), person, files);
        });
    }

    /** All files of the comment, the new ones too. */
    public List<Receipt> toComment(Caller caller, UUID id, List<byte[]> sent) {
        UUID person = caller.require(Scope.VOTE);
        List<ReceiptFile> files = KeepReceipts.checked("file", sent, 1);
        return transactions.inTurn(person, () -> {
            Comment comment = words.comments().find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            Proposal proposal =
                    words.proposals().lock(comment.proposal()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            requireMember(proposal, person);
            requireOwn(comment.author(), person);
            return added(new Place(proposal, id, Receipt.Purpose.COMMENT), person, files);
        });
    }

    private record Place(Proposal proposal, UUID about, Receipt.Purpose purpose) {}

    private void requireMember(Proposal proposal, UUID person) {
        if (!bodies.isMember(proposal.body(), person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
    }

    private static void requireOwn(UUID author, UUID person) {
        if (!author.equals(person)) {
            throw new Refused(ReceiptRefusal.NOT_YOUR_WORDS);
        }
    }

    private List<Receipt> added(Place place, UUID person, List<ReceiptFile> files) {
        List<Receipt> all = new ArrayList<>(store.about(place.about()));
        Set<String> there = all.stream()
                .filter(receipt -> receipt.erasedAt().isEmpty())
                .map(Receipt::sha256)
                .collect(Collectors.toSet());
        List<ReceiptFile> fresh = files.stream()
                .filter(file -> there.add(Receipt.hex(IdSource.sha256(file.bytes()))))
                .toList();
        if (there.size() > KeepReceipts.MOST_FILES) {
            throw new Refused(
                    ReceiptRefusal.RECEIPT_COUNT, Map.of("field", "file", "least", 1, "most", KeepReceipts.MOST_FILES));
        }
        if (store.attachedSince(person, keep.now().minus(Duration.ofDays(1))) + fresh.size() > MOST_A_DAY) {
            throw new Refused(ReceiptRefusal.FILES_TOO_MANY, Map.of("field", "file", "most", MOST_A_DAY));
        }
        int last = all.stream().mapToInt(Receipt::no).max().orElse(0);
        all.addAll(keep.keep(
                new KeepReceipts.About(place.proposal().body(), place.about(), place.purpose(), last), person, fresh));
        return all.stream().filter(receipt -> receipt.erasedAt().isEmpty()).toList();
    }

    /** The proposal that a file was added to, itself or below one of its comments. */
    public Optional<UUID> proposalOf(Receipt receipt) {
        return switch (receipt.purpose()) {
            case MONEY -> Optional.empty();
            case PROPOSAL -> Optional.of(receipt.about());
            case COMMENT -> proposalOf(receipt.about());
        };
    }

    /** The proposal that a comment is about. */
    public Optional<UUID> proposalOf(UUID comment) {
        return words.comments().find(comment).map(Comment::proposal);
    }
}
