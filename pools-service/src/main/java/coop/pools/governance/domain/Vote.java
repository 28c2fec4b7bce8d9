package coop.pools.governance.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * An opened vote. None of this changes after the opening, except that people go whose Pool leaves the Flood.
 *
 * @param electorate the distinct people of the frozen rosters
 * @param quorumBase those of them whom the quorum is a share of: without members who have long been silent
 * @param closesAt ballots count before this instant, not at it
 */
public record Vote(Instant openedAt, VotingRule rule, long electorate, long quorumBase, Instant closesAt) {
    /** Where nobody is silent. */
    public Vote(Instant openedAt, VotingRule rule, long electorate, Instant closesAt) {
        this(openedAt, rule, electorate, electorate, closesAt);
    }

    /** When a passed proposal is carried out: after the cooling-off time. */
    public Instant enactsAt() {
        return closesAt.plus(Duration.ofHours(rule.coolingHours()));
    }

    /** The same where the vote closed before its time. */
    public Instant enactsAfter(Instant closedAt) {
        Instant from = closedAt.isBefore(closesAt) ? closedAt : closesAt;
        return from.plus(Duration.ofHours(rule.coolingHours()));
    }
}
