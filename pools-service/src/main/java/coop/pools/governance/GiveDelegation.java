package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.DelegationWeb;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.Topic;
import coop.pools.governance.domain.Vote;
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
 * {@link GovernanceRefusal#DELEGATION_IN_CIRCLE}, {@link GovernanceRefusal#DELEGATE_HOLDS_ENOUGH},
 * {@link GovernanceRefusal#DELEGATIONS_TOO_MANY} and {@link GovernanceRefusal#NAMED_ANOTHER_MEANWHILE}: whoever has a
 * delegate sees how they voted, so that in a vote whose count is hidden nobody names one after the other to look.
 */
public final class GiveDelegation {
    /** More topics than the buckets that a Pool can have, so that whoever makes topics up slows nobody down. */
    static final int MOST_TOPICS = 60;

    private static final int MOST_A_DAY = 100;

    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final DelegationStore delegations;
    private final Bodies bodies;

    public GiveDelegation(
            Transactions transactions,
            Clock clock,
            ProposalStore proposals,
            DelegationStore delegations,
            Bodies bodies) {
        this.proposals = proposals;
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
            Optional<Delegation> before = delegations.latest(body.id(), person, topic);
            requireFew(body, person, before.isEmpty(), now);
            if (before.flatMap(Delegation::delegate).filter(delegate::equals).isEmpty()) {
                requireNoLook(body, person, topic, now);
            }
            int revision = before.map(Delegation::revision).orElse(0) + 1;
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

    private void requireFew(BodyRef body, UUID person, boolean newTopic, Instant now) {
        if (newTopic && delegations.topics(body.id(), person) >= MOST_TOPICS) {
            throw new Refused(GovernanceRefusal.DELEGATIONS_TOO_MANY, Map.of("most", MOST_TOPICS));
        }
        if (delegations.givenSince(body.id(), person, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw new Refused(GovernanceRefusal.DELEGATIONS_TOO_MANY, Map.of("most", MOST_A_DAY));
        }
    }

    /** Once they have named somebody while the count of a vote is hidden, they name nobody else for it. */
    private void requireNoLook(BodyRef body, UUID person, Topic topic, Instant now) {
        for (Proposal proposal : proposals.voting(body, now)) {
            Vote vote = proposal.progress().vote().orElseThrow();
            boolean hides = proposal.paper().shown() != Shown.LIVE
                    && Topic.of(proposal)
                            .filter(about -> about.wider().contains(topic))
                            .isPresent();
            if (hides && delegations.givenSince(body.id(), person, vote.openedAt()) > 0) {
                throw new Refused(
                        GovernanceRefusal.NAMED_ANOTHER_MEANWHILE,
                        Map.of("title", proposal.title(), "closesAt", vote.closesAt()));
            }
        }
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
