package coop.pools.governance.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a proposal stands. Never stored: derived from what has happened to it and the clock, so that it cannot
 * disagree with its own dates and a stopped job cannot leave a vote open.
 */
public enum ProposalState {
    /** Only the author knows of it. */
    DRAFT,
    /** The vote has not opened yet; the author may still edit and withdraw. */
    DISCUSSION,
    /** Ballots are taken. */
    VOTING,
    /** Voted down: quorum met, threshold missed. */
    REJECTED,
    /** Too few people voted, or stood behind it before the vote. */
    EXPIRED,
    /** Passed; the cooling-off time runs. */
    COOLING_OFF,
    /** Passed and due to be carried out; where a vote does not bind, closed. */
    DECIDED,
    /** Carried out. */
    ENACTED,
    /** Could not be opened or carried out; the reason stands with it. */
    BLOCKED,
    /** Taken back by the author before the vote opened. */
    WITHDRAWN;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The state at {@code now}.
     *
     * @param outcome the stored one, or computed from the ballots when the closing time has passed without it
     */
    public static ProposalState of(Proposal proposal, Optional<Outcome> outcome, Instant now) {
        Progress progress = proposal.progress();
        if (progress.preparation().draft()) {
            return DRAFT;
        }
        if (progress.withdrawnAt().isPresent()) {
            return WITHDRAWN;
        }
        if (progress.blocked().isPresent()) {
            return BLOCKED;
        }
        if (progress.enactedAt().isPresent()) {
            return ENACTED;
        }
        if (progress.vote().isEmpty()) {
            return unopened(proposal, now);
        }
        Vote vote = progress.vote().get();
        if (progress.closedAt().isEmpty() && now.isBefore(vote.closesAt())) {
            return VOTING;
        }
        Outcome result = outcome.orElseThrow();
        if (!proposal.paper().method().binds()) {
            return DECIDED;
        }
        return closed(result, vote.enactsAfter(progress.closedAt().orElse(vote.closesAt())), now);
    }

    private static ProposalState unopened(Proposal proposal, Instant now) {
        if (!proposal.progress().preparation().isSponsored()) {
            return now.isBefore(proposal.lapsesAt()) ? DISCUSSION : EXPIRED;
        }
        return now.isBefore(proposal.opensAt()) ? DISCUSSION : VOTING;
    }

    private static ProposalState closed(Outcome outcome, Instant enactsAt, Instant now) {
        if (!outcome.quorumMet()) {
            return EXPIRED;
        }
        if (!outcome.thresholdMet()) {
            return REJECTED;
        }
        return now.isBefore(enactsAt) ? COOLING_OFF : DECIDED;
    }
}
