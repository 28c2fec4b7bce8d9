package coop.pools.app;

import coop.pools.governance.ActionCheck;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.VotingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Pools and Floods as one: asks the one or the other by the kind of body, and every feature about the actions it knows.
 * Filled while the rooms are built, as governance stands below the rooms that implement its ports.
 */
final class BodiesByKind implements Bodies {
    private final Map<BodyRef.Kind, Bodies> kinds = new EnumMap<>(BodyRef.Kind.class);
    private final List<ActionCheck> checks = new ArrayList<>();

    void add(BodyRef.Kind kind, Bodies bodies) {
        kinds.put(kind, bodies);
    }

    void add(ActionCheck check) {
        checks.add(check);
    }

    @Override
    public Body read(BodyRef ref) {
        return of(ref.kind()).read(ref);
    }

    @Override
    public Optional<BodyRef> bySlug(BodyRef.Kind kind, String slug) {
        return of(kind).bySlug(kind, slug);
    }

    @Override
    public VotingRule ruleFor(BodyRef ref, Action action) {
        VotingRule rule = of(ref.kind()).ruleFor(ref, action);
        return action instanceof Action.LeaveFlood leave ? rule.coolingFor(notice(BodyRef.flood(leave.flood()))) : rule;
    }

    @Override
    public Duration notice(BodyRef flood) {
        return of(flood.kind()).notice(flood);
    }

    @Override
    public Optional<VotingRule> hurried(BodyRef ref) {
        return of(ref.kind()).hurried(ref);
    }

    @Override
    public boolean mayHurry(BodyRef ref, List<Action> actions) {
        return of(ref.kind()).mayHurry(ref, actions);
    }

    @Override
    public void opened(Proposal proposal, Instant now) {
        of(proposal.body().kind()).opened(proposal, now);
    }

    @Override
    public int sponsorsFor(BodyRef ref) {
        return of(ref.kind()).sponsorsFor(ref);
    }

    @Override
    public DisputeTerms disputes(BodyRef ref) {
        return of(ref.kind()).disputes(ref);
    }

    @Override
    public void check(BodyRef ref, Action action) {
        of(ref.kind()).check(ref, action);
        checks.forEach(check -> check.check(ref, action));
    }

    @Override
    public void checkPaper(BodyRef ref, BallotPaper paper) {
        checks.forEach(check -> check.checkPaper(ref, paper));
    }

    @Override
    public List<UUID> parties(BodyRef ref, Action action) {
        return checks.stream()
                .flatMap(check -> check.parties(ref, action).stream())
                .toList();
    }

    @Override
    public Delegating delegating(BodyRef ref) {
        return of(ref.kind()).delegating(ref);
    }

    @Override
    public List<RosterPart> freezeRosters(BodyRef ref) {
        return of(ref.kind()).freezeRosters(ref);
    }

    @Override
    public Voters freeze(BodyRef ref, List<Action> actions) {
        return of(ref.kind()).freeze(ref, actions);
    }

    @Override
    public Set<UUID> pools(BodyRef ref) {
        return of(ref.kind()).pools(ref);
    }

    @Override
    public Set<UUID> poolsAmong(BodyRef ref, Set<UUID> some) {
        return of(ref.kind()).poolsAmong(ref, some);
    }

    @Override
    public Optional<Instant> silentSince(BodyRef ref, Instant now) {
        return of(ref.kind()).silentSince(ref, now);
    }

    @Override
    public boolean isMember(BodyRef ref, UUID person) {
        return of(ref.kind()).isMember(ref, person);
    }

    @Override
    public boolean wasMemberAtEnd(BodyRef ref, UUID person) {
        return of(ref.kind()).wasMemberAtEnd(ref, person);
    }

    private Bodies of(BodyRef.Kind kind) {
        Bodies found = kinds.get(kind);
        if (found == null) {
            throw new IllegalStateException("no bodies of kind " + kind);
        }
        return found;
    }
}
