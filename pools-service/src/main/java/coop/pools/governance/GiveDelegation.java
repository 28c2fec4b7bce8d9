package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.DelegationWeb;
import coop.pools.governance.domain.Topic;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A member lets another one vote on a topic, for a time; it counts in votes that are open too, unless the member votes.
 * The same again begins the time anew. No circle can be made, and nobody comes to hold more than the bylaws allow; a
 * lower bound that is voted later holds for what is given from then on.
 *
 * <p>Refuses with {@link GovernanceRefusal#MEMBERS_ONLY}, {@link GovernanceRefusal#DELEGATION_NOT_ALLOWED},
 * {@link GovernanceRefusal#DELEGATE_NOT_FIT}, {@link GovernanceRefusal#DELEGATION_TOO_LONG},
 * {@link GovernanceRefusal#DELEGATION_IN_CIRCLE} and {@link GovernanceRefusal#DELEGATE_HOLDS_ENOUGH}.
 */
public final class GiveDelegation {
    private final Transactions transactions;
    private final Clock clock;
    private final DelegationStore delegations;
    private final Bodies bodies;

    public GiveDelegation(Transactions transactions, Clock clock, DelegationStore delegations, Bodies bodies) {
        this.transactions = transactions;
        this.clock = clock;
        this.delegations = delegations;
        this.bodies = bodies;
    }

    /** @param days how long; empty: as long as the bylaws allow */
    public Delegation give(Caller caller, BodyRef body, Topic topic, UUID delegate, Optional<Integer> days) {
        UUID person = caller.require(Scope.VOTE);
        return transactions.inTransaction(() -> {
            bodies.freezeRosters(body);
            if (!bodies.isMember(body, person)) {
                throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
            }
            Bodies.Delegating rule = bodies.delegating(body);
            if (!rule.allowed()) {
                throw new Refused(GovernanceRefusal.DELEGATION_NOT_ALLOWED);
            }
            if (delegate.equals(person) || !bodies.isMember(body, delegate)) {
                throw new Refused(GovernanceRefusal.DELEGATE_NOT_FIT);
            }
            int length = days.orElse(rule.days());
            if (length < 1 || length > rule.days()) {
                throw new Refused(GovernanceRefusal.DELEGATION_TOO_LONG, Map.of("most", rule.days()));
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            int revision = delegations
                            .latest(body.id(), person, topic)
                            .map(Delegation::revision)
                            .orElse(0)
                    + 1;
            Delegation given = new Delegation(
                    person,
                    topic,
                    revision,
                    Optional.of(delegate),
                    now,
                    Optional.of(now.plus(Duration.ofDays(length))));
            check(body, given, rule.maxHeld(), now);
            delegations.append(body.id(), given);
            return given;
        });
    }

    private void check(BodyRef body, Delegation given, int maxHeld, Instant now) {
        List<Delegation> all = delegations.asOf(body.id(), now.plusSeconds(1));
        DelegationWeb web = new DelegationWeb(all, now).with(given);
        for (Topic topic : web.touchedBy(given.topic())) {
            if (web.runsInCircle(given.person(), topic)) {
                throw new Refused(GovernanceRefusal.DELEGATION_IN_CIRCLE);
            }
            Map<UUID, Integer> held = web.held(topic);
            boolean tooMany =
                    web.way(given.person(), topic).stream().anyMatch(on -> held.getOrDefault(on, 0) > maxHeld);
            if (tooMany) {
                throw new Refused(GovernanceRefusal.DELEGATE_HOLDS_ENOUGH, Map.of("most", maxHeld));
            }
        }
    }
}
