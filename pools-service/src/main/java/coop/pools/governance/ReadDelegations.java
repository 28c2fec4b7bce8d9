package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.DelegationWeb;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Topic;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads who votes for whom; among members. Refuses with {@link GovernanceRefusal#MEMBERS_ONLY}. */
public final class ReadDelegations {
    private static final int MOST_HOLDERS = 20;

    private final Clock clock;
    private final DelegationStore delegations;
    private final BallotStore ballots;
    private final Bodies bodies;

    public ReadDelegations(Clock clock, DelegationStore delegations, BallotStore ballots, Bodies bodies) {
        this.clock = clock;
        this.delegations = delegations;
        this.ballots = ballots;
        this.bodies = bodies;
    }

    /** Whether and how the body allows it. */
    public Bodies.Delegating rule(BodyRef body) {
        return bodies.delegating(body);
    }

    /** One topic as a member sees it. */
    public OnTopic on(Caller caller, BodyRef body, Topic topic) {
        UUID person = caller.require(Scope.READ);
        if (!bodies.isMember(body, person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        DelegationWeb web = web(body);
        Map<UUID, Integer> held = web.held(topic);
        List<Holder> holders = held.entrySet().stream()
                .map(each -> new Holder(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing((Holder each) -> -each.people()).thenComparing(Holder::person))
                .limit(MOST_HOLDERS)
                .toList();
        return new OnTopic(
                topic,
                rule(body).allowed() ? web.of(person, topic) : Optional.empty(),
                held.getOrDefault(person, 0),
                web.delegates(topic).size(),
                holders);
    }

    /**
     * How a person's vote is cast for them: the first on the way who has voted, with their ballot; empty when nobody
     * votes for them, or they voted themselves. Their delegates' ballots are theirs to see before the close, even where
     * results are hidden.
     */
    public Optional<Cast> castFor(Proposal proposal, UUID person) {
        boolean delegates = proposal.progress()
                .vote()
                .filter(vote -> vote.rule().manners().delegates())
                .isPresent();
        Optional<Topic> topic = Topic.of(proposal).filter(any -> delegates);
        if (topic.isEmpty()
                || ballots.latest(proposal.id(), person).flatMap(Ballot::mark).isPresent()) {
            return Optional.empty();
        }
        List<UUID> way = web(proposal.body()).way(person, topic.get());
        if (way.isEmpty()) {
            return Optional.empty();
        }
        for (UUID on : way) {
            Optional<Ballot> ballot =
                    ballots.latest(proposal.id(), on).filter(b -> b.mark().isPresent());
            if (ballot.isPresent()) {
                return Optional.of(new Cast(way.get(0), on, ballot));
            }
        }
        return Optional.of(new Cast(way.get(0), way.get(0), Optional.empty()));
    }

    private DelegationWeb web(BodyRef body) {
        Instant now = clock.instant();
        return new DelegationWeb(delegations.asOf(body.id(), now.plusSeconds(1)), now);
    }

    /**
     * @param mine who votes for the reader, by this topic or a wider one
     * @param heldByMe for how many others the reader would vote
     * @param delegating how many members have a delegate here
     * @param holders who would vote for the most others, the most first, at most 20
     */
    public record OnTopic(Topic topic, Optional<Delegation> mine, int heldByMe, int delegating, List<Holder> holders) {}

    /** A delegate, and for how many others they would vote. */
    public record Holder(UUID person, int people) {}

    /** @param ballot of {@code voter}; empty while nobody on the way has voted */
    public record Cast(UUID delegate, UUID voter, Optional<Ballot> ballot) {}
}
