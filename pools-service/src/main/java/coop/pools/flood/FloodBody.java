package coop.pools.flood;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.DecisionRule;
import coop.pools.bylaws.domain.FloodMatter;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.domain.Rules;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A Flood as a body that decides: its people are the distinct members of its Pools at all levels, and the compact is its rule. A vote
 * that is open keeps the electorate of its opening, whichever Pool joins or leaves afterwards.
 */
public final class FloodBody implements Bodies {
    private final FloodStore floods;
    private final MemberPools pools;
    private final Members members;
    private final ReadBylaws bylaws;
    private final FloodActionCheck floodChecks;

    public FloodBody(FloodStore floods, MemberPools pools, ReadBylaws bylaws, FloodActionCheck floodChecks) {
        this.floods = floods;
        this.pools = pools;
        this.members = new Members(floods, pools);
        this.bylaws = bylaws;
        this.floodChecks = floodChecks;
    }

    @Override
    public Body read(BodyRef ref) {
        Flood flood = floods.find(ref.id()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return new Body(ref, flood.name(), flood.slug(), flood.currency());
    }

    @Override
    public Optional<BodyRef> bySlug(BodyRef.Kind kind, String slug) {
        return kind == BodyRef.Kind.FLOOD
                ? floods.bySlug(slug).map(flood -> BodyRef.flood(flood.id()))
                : Optional.empty();
    }

    @Override
    public VotingRule ruleFor(BodyRef ref, Action action) {
        Rules now = bylaws.rules(ref.id());
        boolean firm = action instanceof Action.FloodAction.ChangeCompact change
                && now.entrench(change.rules().keySet());
        DecisionRule rule = now.decision(firm ? FloodMatter.ENTRENCHED : matterOf(action));
        return new VotingRule(
                rule.threshold(),
                VotingRule.Base.valueOf(rule.base().name()),
                rule.quorum(),
                rule.quorumPeople(),
                rule.discussHours(),
                rule.voteHours(),
                rule.coolingHours(),
                new VotingRule.Manners(rule.change(), rule.delegates(), rule.conflictsAbstain()),
                rule.pools());
    }

    /** Which article of the compact decides. */
    static FloodMatter matterOf(Action action) {
        return action.fold(new Action.Handler<>(
                statement -> FloodMatter.ORDINARY,
                pay -> FloodMatter.MONEY,
                rules -> FloodMatter.AMEND,
                join -> FloodMatter.CONSENT,
                fund -> FloodMatter.MONEY,
                leave -> FloodMatter.ORDINARY,
                allocate -> FloodMatter.MONEY,
                close -> FloodMatter.MONEY,
                custody -> FloodMatter.MONEY,
                name -> FloodMatter.ORDINARY,
                end -> FloodMatter.ORDINARY,
                admit -> FloodMatter.ORDINARY,
                remove -> FloodMatter.ORDINARY,
                ombud -> FloodMatter.ORDINARY,
                ended -> FloodMatter.ORDINARY,
                stop -> FloodMatter.MONEY,
                form -> FloodMatter.ORDINARY,
                ending -> FloodMatter.ORDINARY,
                FloodBody::matterOf,
                pledge -> FloodMatter.MONEY,
                endPledge -> FloodMatter.MONEY,
                round -> FloodMatter.MONEY));
    }

    private static FloodMatter matterOf(Action.FloodAction action) {
        return action.ofFlood(new Action.FloodAction.Kinds<>(
                admit -> FloodMatter.CONSENT,
                remove -> FloodMatter.REMOVE,
                change -> FloodMatter.AMEND,
                end -> FloodMatter.END,
                merge -> FloodMatter.END,
                take -> FloodMatter.CONSENT,
                split -> FloodMatter.END,
                share -> share.lower() ? FloodMatter.LOWER : FloodMatter.ORDINARY));
    }

    @Override
    public Delegating delegating(BodyRef ref) {
        Rules rules = bylaws.rules(ref.id());
        return new Delegating(
                rules.delegatesAllowed(),
                rules.number(RuleKey.FLOOD_DELEGATE_MAX_HELD),
                rules.number(RuleKey.FLOOD_DELEGATE_DAYS));
    }

    /** The compact asks for none. */
    @Override
    public int sponsorsFor(BodyRef ref) {
        return 0;
    }

    /** What Floods themselves have to say; the other features look at their actions. */
    @Override
    public void check(BodyRef ref, Action action) {
        floodChecks.check(ref, action);
    }

    /**
     * Holds the Flood first, so that nobody joins or leaves at any level, as who does holds all Floods above; then the
     * rosters of the distinct Pools in the order of their ids. Of the commons no Pool is held, as that would hold up
     * everybody on the installation: what a Pool's roster was at a version is settled, whoever joins or leaves meanwhile.
     */
    @Override
    public List<RosterPart> freezeRosters(BodyRef ref) {
        Flood flood = floods.lock(ref.id()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return flood.commons()
                ? members.rosters(ref)
                : pools.lockRosters(members.levels().pools(ref.id()));
    }

    /**
     * Without a Pool or Flood that the others want to part from; whoever is among the others too votes as one of them.
     * Where the Pools must agree, each counts once, at whatever level it is; in the commons, to which every Pool belongs
     * by itself, those that are the first Pool of enough people (F3.4 of its compact), or all where there is none.
     */
    @Override
    public Voters freeze(BodyRef ref, List<Action> actions) {
        Set<UUID> concerned = actions.stream()
                .filter(Action.FloodAction.RemovePool.class::isInstance)
                .map(action -> ((Action.FloodAction.RemovePool) action).pool())
                .collect(Collectors.toSet());
        List<RosterPart> parts = freezeRosters(ref);
        if (!concerned.isEmpty()) {
            Set<UUID> others = floods.joinedPools(ref.id()).stream()
                    .filter(member -> !concerned.contains(member))
                    .flatMap(member -> poolsBehind(member).stream())
                    .collect(Collectors.toSet());
            parts = parts.stream().filter(part -> others.contains(part.pool())).toList();
        }
        return new Voters(parts, seats(ref, parts));
    }

    private List<Seat> seats(BodyRef ref, List<RosterPart> parts) {
        List<Seat> all =
                parts.stream().map(part -> new Seat(part.pool(), part.pool())).toList();
        if (!isCommons(ref)) {
            return all;
        }
        Set<UUID> asked = Set.copyOf(floods.firstPoolsOf(bylaws.rules(ref.id()).number(RuleKey.COMMONS_POOL_PEOPLE)));
        List<Seat> seats =
                all.stream().filter(seat -> asked.contains(seat.pool())).toList();
        return seats.isEmpty() ? all : seats;
    }

    private Set<UUID> poolsBehind(UUID member) {
        return floods.find(member).isPresent() ? members.levels().pools(member) : Set.of(member);
    }

    @Override
    public Set<UUID> pools(BodyRef ref) {
        return Set.copyOf(members.levels().pools(ref.id()));
    }

    @Override
    public Set<UUID> poolsAmong(BodyRef ref, Set<UUID> some) {
        return members.levels().among(ref.id(), some);
    }

    @Override
    public Duration notice(BodyRef flood) {
        return isCommons(flood)
                ? Duration.ZERO
                : Duration.ofDays(bylaws.rules(flood.id()).number(RuleKey.FLOOD_LEAVE_DAYS));
    }

    @Override
    public boolean wasMemberAtEnd(BodyRef ref, UUID person) {
        return floods.find(ref.id())
                .filter(flood -> flood.state() == FloodState.DISSOLVED)
                .map(flood -> floods.poolsAtEnd(flood.id(), person))
                .filter(pools -> !members.levels().amongAtEnd(ref.id(), pools).isEmpty())
                .isPresent();
    }

    private boolean isCommons(BodyRef ref) {
        return floods.find(ref.id()).filter(Flood::commons).isPresent();
    }

    @Override
    public boolean isMember(BodyRef ref, UUID person) {
        return floods.find(ref.id())
                .filter(flood -> members.isMember(flood, person))
                .isPresent();
    }
}
