package coop.pools.governance.web;

import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Vote;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A proposal with a step still to come, as the API shows it beside its Pool or Flood.
 *
 * @param closesAt missing before the vote opens
 */
public record OpenVoteJson(UUID id, String title, String state, Instant opensAt, Optional<Instant> closesAt) {
    public static OpenVoteJson of(ProposalView view) {
        return new OpenVoteJson(
                view.proposal().id(),
                view.proposal().title(),
                view.state().word(),
                view.proposal().opensAt(),
                view.vote().map(Vote::closesAt));
    }
}
