package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.Topic;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A person ends what they delegated on a topic, at once and in open votes too; never refused for a topic that there is,
 * not even to those who have left: DELEGATIONS_TOO_MANY is for topics that somebody makes up. On that topic they vote themselves from then on, whatever a wider delegation says.
 */
public final class EndDelegation {
    private final Transactions transactions;
    private final Clock clock;
    private final DelegationStore delegations;
    private final Bodies bodies;

    public EndDelegation(Transactions transactions, Clock clock, DelegationStore delegations, Bodies bodies) {
        this.transactions = transactions;
        this.clock = clock;
        this.delegations = delegations;
        this.bodies = bodies;
    }

    public void end(Caller caller, BodyRef body, Topic topic) {
        UUID person = caller.require(Scope.VOTE);
        transactions.inTransaction(() -> {
            bodies.freezeRosters(body);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Optional<Delegation> latest = delegations.latest(body.id(), person, topic);
            if (latest.isPresent() && latest.get().delegate().isEmpty() || !delegates(body, person, topic, now)) {
                return;
            }
            if (latest.isEmpty() && delegations.topics(body.id(), person) >= GiveDelegation.MOST_TOPICS) {
                throw new Refused(GovernanceRefusal.DELEGATIONS_TOO_MANY, Map.of("most", GiveDelegation.MOST_TOPICS));
            }
            int revision = latest.map(Delegation::revision).orElse(0) + 1;
            delegations.append(
                    body.id(), new Delegation(person, topic, revision, Optional.empty(), now, Optional.empty()));
        });
    }

    /** Whether there is anything to end: a delegation for the topic or a wider one. */
    private boolean delegates(BodyRef body, UUID person, Topic topic, Instant now) {
        return topic.wider().stream()
                .anyMatch(each -> delegations
                        .latest(body.id(), person, each)
                        .filter(delegation -> delegation.holdsAt(now))
                        .isPresent());
    }
}
