package coop.pools.governance.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * An opened vote. None of this changes after the opening.
 *
 * @param electorate the distinct people of the frozen rosters
 * @param closesAt ballots count before this instant, not at it
 */
public record Vote(Instant openedAt, VotingRule rule, long electorate, Instant closesAt) {
    /** When a passed proposal is carried out: after the cooling-off time. */
    public Instant enactsAt() {
        return closesAt.plus(Duration.ofHours(rule.coolingHours()));
    }
}
