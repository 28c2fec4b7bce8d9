package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Move;
import coop.pools.governance.domain.Preparation;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The author words a draft or a proposal in discussion anew. Of a proposal the wording before stays readable. When what
 * it does has changed, the discussion begins anew and nobody stands behind it yet; when only words have, there is a day
 * left to read them, or the whole discussion where that is shorter.
 *
 * <p>Refuses with {@link CommonRefusal#NOT_FOUND}, {@link GovernanceRefusal#AUTHOR_ONLY},
 * {@link GovernanceRefusal#NOT_IN_THIS_STATE}, {@link GovernanceRefusal#EDITS_TOO_MANY},
 * {@link GovernanceRefusal#PUT_TO_THE_MEMBERS} and what {@link Propose}
 * refuses.
 */
public final class EditProposal {
    private static final Duration TO_READ = Duration.ofDays(1);
    private static final int MOST_VERSIONS = 100;

    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final PreparationStore preparations;
    private final Announcing announcing;

    public EditProposal(
            Transactions transactions,
            Clock clock,
            ProposalStore proposals,
            PreparationStore preparations,
            Announcing announcing) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.preparations = preparations;
        this.announcing = announcing;
    }

    /** What a proposal is to say from now on. @param opensAt empty: as soon as the rules allow, or as it was */
    public record Edit(String title, String text, Action action, BallotPaper paper, Optional<Instant> opensAt) {
        Draft of(Proposal proposal) {
            return new Draft(proposal.body(), title, text, action, paper, opensAt);
        }
    }

    public Proposal edit(Caller caller, UUID id, Edit edit) {
        UUID author = caller.require(Scope.VOTE);
        return transactions.inTransaction(() -> preparations
                .lockDraft(id, author)
                .map(draft -> redraft(draft, edit))
                .orElseGet(() -> reword(lock(id, author), edit)));
    }

    private Proposal lock(UUID id, UUID author) {
        Proposal proposal = proposals.lock(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!proposal.author().equals(author)) {
            throw new Refused(GovernanceRefusal.AUTHOR_ONLY);
        }
        return proposal;
    }

    private Proposal redraft(Proposal draft, Edit edit) {
        Draft worded = Announcing.worded(edit.of(draft));
        preparations.rewriteDraft(worded(draft, worded, edit.opensAt().orElse(draft.createdAt())));
        return preparations.draft(draft.id(), draft.author()).orElseThrow();
    }

    private Proposal reword(Proposal present, Edit edit) {
        Instant now = clock.instant();
        // The outcome is not asked for before the vote.
        boolean unopened = present.progress().vote().isEmpty()
                && ProposalState.of(present, Optional.empty(), now) == ProposalState.DISCUSSION;
        if (!unopened) {
            throw new Refused(GovernanceRefusal.NOT_IN_THIS_STATE, Map.of("move", Move.EDIT.word()));
        }
        if (proposals.isPutToTheMembers(present.id())) {
            throw new Refused(GovernanceRefusal.PUT_TO_THE_MEMBERS);
        }
        Preparation before = present.progress().preparation();
        if (before.version() >= MOST_VERSIONS) {
            throw new Refused(GovernanceRefusal.EDITS_TOO_MANY, Map.of("most", MOST_VERSIONS));
        }
        Draft asked = edit.of(present);
        Draft worded = Announcing.worded(asked);
        announcing.requireMember(worded, present.author());
        announcing.checkAction(worded);
        boolean sameDeed =
                worded.action().equals(present.action()) && worded.paper().equals(present.paper());
        boolean same = sameDeed
                && worded.title().equals(present.title())
                && worded.text().equals(present.text())
                && edit.opensAt().isEmpty();
        if (same) {
            return present;
        }
        boolean concerns =
                worded.actions().stream().anyMatch(action -> action.concerned().isPresent());
        boolean otherDeed = !sameDeed || concerns;
        Proposal next = worded(present, worded, opensAt(present, worded, otherDeed, now));
        announcing.requireOnlySecondVote(next);
        announcing.tellConcerned(next);
        int sponsors = otherDeed ? 0 : before.sponsors();
        if (otherDeed) {
            preparations.dropSponsors(present.id());
        }
        preparations.keepWording(present.id());
        boolean sponsored = sponsors >= before.sponsorsNeeded();
        preparations.rewrite(next, sponsors, now, sponsored ? next.opensAt() : next.lapsesAt());
        return proposals.find(present.id()).orElseThrow();
    }

    private Instant opensAt(Proposal present, Draft worded, boolean otherDeed, Instant now) {
        if (otherDeed || worded.opensAt().isPresent()) {
            Instant asked = announcing.opensAt(worded, now);
            return asked.isAfter(present.opensAt()) || worded.opensAt().isPresent() ? asked : present.opensAt();
        }
        Duration discussion = announcing.discussion(worded);
        Instant read = now.plus(discussion.compareTo(TO_READ) < 0 ? discussion : TO_READ);
        return read.isAfter(present.opensAt()) ? read : present.opensAt();
    }

    private static Proposal worded(Proposal proposal, Draft worded, Instant opensAt) {
        return new Proposal(
                proposal.id(),
                proposal.body(),
                proposal.author(),
                worded.title(),
                worded.text(),
                worded.action(),
                worded.paper(),
                proposal.createdAt(),
                opensAt,
                proposal.progress());
    }
}
