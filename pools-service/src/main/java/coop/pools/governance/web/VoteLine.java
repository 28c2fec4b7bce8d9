package coop.pools.governance.web;

import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.platform.web.InstantText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A proposal with a step still to come, in words. */
public record VoteLine(UUID id, String title, String state, String when) {
    /** Until when a proposal looks for others who stand behind it, whose vote would be open if enough did. */
    static Optional<Instant> looksForSponsors(ProposalView view, Instant now) {
        Proposal proposal = view.proposal();
        boolean waits = view.state() == ProposalState.DISCUSSION
                && !now.isBefore(proposal.opensAt())
                && !proposal.progress().preparation().isSponsored();
        return waits ? Optional.of(proposal.lapsesAt()) : Optional.empty();
    }

    /** What is said of a proposal that not enough stand behind yet. */
    static String waits(Instant until) {
        return "Waits for others to stand behind it, until " + InstantText.day(until);
    }

    public static VoteLine of(ProposalView view, Instant now) {
        String when = view.endsAt()
                .filter(now::isBefore)
                .map(closes -> "Voting closes " + InstantText.relative(closes, now))
                .or(() -> view.first()
                        .map(first -> "Changes nothing yet: the second of two votes from "
                                + InstantText.day(first.secondFrom())))
                .or(() -> view.enactsAt().map(at -> "Takes effect " + InstantText.relative(at, now)))
                .or(() -> looksForSponsors(view, now).map(until -> waits(until)))
                .orElseGet(() ->
                        "Voting opens " + InstantText.relative(view.proposal().opensAt(), now));
        return new VoteLine(
                view.proposal().id(), view.proposal().title(), view.state().word(), when);
    }
}
