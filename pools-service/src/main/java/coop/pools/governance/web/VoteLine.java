package coop.pools.governance.web;

import coop.pools.governance.ProposalView;
import coop.pools.platform.web.InstantText;
import java.time.Instant;
import java.util.UUID;

/** A proposal with a step still to come, in words. */
public record VoteLine(UUID id, String title, String state, String when) {
    public static VoteLine of(ProposalView view, Instant now) {
        String when = view.endsAt()
                .filter(now::isBefore)
                .map(closes -> "Voting closes " + InstantText.relative(closes, now))
                .or(() -> view.first()
                        .map(first -> "Changes nothing yet: the second of two votes from "
                                + InstantText.day(first.secondFrom())))
                .or(() -> view.enactsAt().map(at -> "Takes effect " + InstantText.relative(at, now)))
                .orElseGet(() ->
                        "Voting opens " + InstantText.relative(view.proposal().opensAt(), now));
        return new VoteLine(
                view.proposal().id(), view.proposal().title(), view.state().word(), when);
    }
}
