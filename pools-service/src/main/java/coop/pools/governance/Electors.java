package coop.pools.governance;

import coop.pools.governance.Rosters.Stay;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import coop.pools.kernel.Question;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who may vote on a proposal: members of its body who were so when its vote opened. However many Pools a body has, only
 * those are looked at that the person belongs to.
 */
public final class Electors {
    /** No proposal has more options than this, so no more people can gain from it by name. */
    private static final int MOST_PARTIES = 50;

    private final ProposalStore proposals;
    private final Bodies bodies;
    private final Transactions transactions;
    private final Rosters rosters;
    private final Question<UUID, List<Stay>> stays;
    private final Question<OfBody, Boolean> ofBodies;
    private final Question<Seat, ProposalStore.PartOf> parts;

    /** A Pool as a part of an electorate. */
    private record Seat(UUID proposal, UUID pool) {}

    /** A Pool that may be one of a body's. */
    private record OfBody(BodyRef body, UUID pool) {}

    public Electors(Transactions transactions, ProposalStore proposals, Bodies bodies, Rosters rosters) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.bodies = bodies;
        this.rosters = rosters;
        stays = new Question<>(
                transactions, people -> rosters.stays(people).stream().collect(Collectors.groupingBy(Stay::person)));
        ofBodies = new Question<>(transactions, this::ofBodies);
        parts = new Question<>(transactions, this::partsOf);
    }

    private Map<OfBody, Boolean> ofBodies(Set<OfBody> asked) {
        Map<BodyRef, Set<UUID>> pools = asked.stream()
                .collect(Collectors.groupingBy(OfBody::body, Collectors.mapping(OfBody::pool, Collectors.toSet())));
        Map<OfBody, Boolean> known = new HashMap<>();
        pools.forEach((body, some) -> {
            Set<UUID> among = bodies.poolsAmong(body, some);
            some.forEach(pool -> known.put(new OfBody(body, pool), among.contains(pool)));
        });
        return known;
    }

    private Map<Seat, ProposalStore.PartOf> partsOf(Set<Seat> seats) {
        return proposals.partsOf(ids(seats, Seat::proposal), ids(seats, Seat::pool)).stream()
                .collect(Collectors.toMap(part -> new Seat(part.proposal(), part.pool()), part -> part));
    }

    private static UUID[] ids(Collection<Seat> seats, Function<Seat, UUID> id) {
        return seats.stream().map(id).distinct().toArray(UUID[]::new);
    }

    /** Says that somebody will be asked about. */
    void expect(UUID person) {
        stays.expect(person);
    }

    /** Says, once everybody is expected, that they will be asked about as voters on a proposal. */
    void expect(Proposal proposal, UUID person) {
        staysOf(person).forEach(stay -> {
            parts.expect(new Seat(proposal.id(), stay.pool()));
            ofBodies.expect(new OfBody(proposal.body(), stay.pool()));
        });
    }

    /** A vote has just opened: its electorate is another. */
    void opened() {
        parts.forgetAll();
    }

    private List<Stay> staysOf(UUID person) {
        return stays.of(person).orElse(List.of());
    }

    boolean isMember(Proposal proposal, UUID person) {
        return isMember(
                staysOf(person),
                pool -> ofBodies.of(new OfBody(proposal.body(), pool)).orElse(false));
    }

    private static boolean isMember(List<Stay> stays, Predicate<UUID> isOfBody) {
        return stays.stream().anyMatch(stay -> stay.isPresent() && isOfBody.test(stay.pool()));
    }

    void requireMember(Proposal proposal, UUID person) {
        if (!isMember(proposal, person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        if (isConcerned(proposal, person)) {
            throw new Refused(GovernanceRefusal.CONCERNED_DO_NOT_VOTE);
        }
    }

    void requireElector(Proposal proposal, UUID person) {
        if (!isElector(proposal.id(), person)) {
            boolean parting = proposal.action() instanceof Action.FloodAction.RemovePool;
            throw new Refused(
                    parting ? GovernanceRefusal.CONCERNED_POOL_DOES_NOT_VOTE : GovernanceRefusal.NOT_IN_ELECTORATE);
        }
    }

    private boolean isElector(UUID proposal, UUID person) {
        return isElector(staysOf(person), pool -> parts.of(new Seat(proposal, pool)));
    }

    private static boolean isElector(List<Stay> stays, Function<UUID, Optional<ProposalStore.PartOf>> partOf) {
        return stays.stream()
                .anyMatch(stay -> partOf.apply(stay.pool())
                        .filter(part -> stay.isIn(part.part()))
                        .isPresent());
    }

    /** Whether the person may vote, or could if the vote opened now. */
    boolean mayVote(Proposal proposal, UUID person) {
        boolean open = proposal.progress().vote().isPresent();
        return isMember(proposal, person)
                && !isConcerned(proposal, person)
                && (!open || isElector(proposal.id(), person));
    }

    /** Those of many people who may vote on a proposal whose vote is open; asks once for all of them. */
    List<UUID> mayVote(Proposal proposal, List<UUID> people) {
        Map<UUID, List<Stay>> found = rosters.stays(people).stream().collect(Collectors.groupingBy(Stay::person));
        Set<UUID> ofBody = bodies.poolsAmong(
                proposal.body(),
                found.values().stream().flatMap(List::stream).map(Stay::pool).collect(Collectors.toSet()));
        Set<Seat> seats = found.values().stream()
                .flatMap(List::stream)
                .map(stay -> new Seat(proposal.id(), stay.pool()))
                .collect(Collectors.toSet());
        Map<Seat, ProposalStore.PartOf> counted = seats.isEmpty() ? Map.of() : partsOf(seats);
        Function<UUID, Optional<ProposalStore.PartOf>> partOf =
                pool -> Optional.ofNullable(counted.get(new Seat(proposal.id(), pool)));
        return people.stream()
                .filter(person -> !isConcerned(proposal, person))
                .filter(person -> isMember(found.getOrDefault(person, List.of()), ofBody::contains))
                .filter(person -> isElector(found.getOrDefault(person, List.of()), partOf))
                .toList();
    }

    /** Whether it would put this person out. */
    static boolean isConcerned(Proposal proposal, UUID person) {
        return proposal.actions().stream()
                .anyMatch(action -> action.concerned().filter(person::equals).isPresent());
    }

    /** Whether everybody who may vote would gain, this person among them: then nobody is left to decide for them. */
    boolean allGain(Proposal proposal, UUID person) {
        long electorate = proposal.progress().vote().map(Vote::electorate).orElse(0L);
        if (electorate > MOST_PARTIES) {
            return false;
        }
        Set<UUID> gaining = new HashSet<>(bodies.gaining(proposal));
        gaining.add(person);
        return gaining.stream()
                        .filter(each -> !isConcerned(proposal, each) && isElector(proposal.id(), each))
                        .count()
                == electorate;
    }

    /** Whether the records say that what may come of the proposal is this person's own affair. */
    boolean gains(Proposal proposal, UUID person) {
        Map<UUID, Set<UUID>> known =
                transactions.common(this, HashMap<UUID, Set<UUID>>::new).orElseGet(HashMap::new);
        return known.computeIfAbsent(proposal.id(), unused -> new HashSet<>(bodies.gaining(proposal)))
                .contains(person);
    }
}
