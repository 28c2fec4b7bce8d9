package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import coop.pools.governance.domain.Template;
import coop.pools.governance.domain.VotingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What governance asks of the Pools and Floods that decide; implemented beside them. */
public interface Bodies {
    /** Name, address and currency; refused with NOT_FOUND when there is no such body. */
    Body read(BodyRef ref);

    /** The body with this kind and slug; empty when there is none. */
    Optional<BodyRef> bySlug(BodyRef.Kind kind, String slug);

    /** The rule in force now for deciding such an action. */
    VotingRule ruleFor(BodyRef ref, Action action);

    /** How long before it is left a Flood wants to know. */
    default Duration notice(BodyRef flood) {
        return Duration.ZERO;
    }

    /** The rule for what may come to any of these actions: the hardest in every respect. */
    default VotingRule ruleFor(BodyRef ref, List<Action> actions) {
        return actions.stream()
                .map(action -> ruleFor(ref, action))
                .reduce(VotingRule::stricter)
                .orElseThrow();
    }

    /** The rule for a proposal that was made by a template: never easier than the rule of its actions. */
    default VotingRule ruleFor(BodyRef ref, List<Action> actions, Template template) {
        VotingRule rule = ruleFor(ref, actions);
        if (template == Template.EMERGENCY && mayHurry(ref, actions)) {
            return hurried(ref).orElse(rule);
        }
        return template == Template.STANDARD
                ? rule
                : template.over(rule, ruleFor(ref, new Action.ChangeRules(Map.of())));
    }

    /** Whether such a thing may be decided in less time: never what has a rule of its own. */
    default boolean mayHurry(BodyRef ref, List<Action> actions) {
        return hurried(ref).isPresent();
    }

    /** The rule for what cannot wait; empty where the body has none. */
    default Optional<VotingRule> hurried(BodyRef ref) {
        return Optional.empty();
    }

    /** A vote opens, in this transaction; holds the body's book where its rule goes by the money in it. */
    default void opened(Proposal proposal, Instant now) {}

    /** How many members besides the author must stand behind a proposal before its vote opens; mostly none. */
    int sponsorsFor(BodyRef ref);

    /**
     * Refuses an action that this body cannot take: wrong kind of body, another currency, unknown payee, rule out of
     * range. Called when proposing, when opening and before enacting. Money on hand is not asked for here.
     */
    void check(BodyRef ref, Action action);

    /** Refuses when any of these actions is refused. */
    default void check(BodyRef ref, List<Action> actions) {
        actions.forEach(action -> check(ref, action));
    }

    /** Refuses an election that fills more places than the body has. Called when proposing and when opening. */
    default void checkPaper(BodyRef ref, BallotPaper paper) {}

    /** People whose own affair an action is, as the records say: whom it pays or names; may be empty. */
    default List<UUID> parties(BodyRef ref, Action action) {
        return List.of();
    }

    /** People whose own affair a proposal is. In an election nobody is: where all stand, nobody else could vote. */
    default Set<UUID> gaining(Proposal proposal) {
        Set<UUID> gaining = new HashSet<>();
        if (proposal.paper().method() != Method.ELECTION) {
            proposal.actions().forEach(action -> gaining.addAll(parties(proposal.body(), action)));
        }
        return gaining;
    }

    /** How disputes are settled; where there are no ombuds the members settle them at once. */
    default DisputeTerms disputes(BodyRef ref) {
        return new DisputeTerms(Duration.ZERO, 0);
    }

    /** How long a concern pauses a payment at most, and how long ombuds serve. */
    record DisputeTerms(Duration pause, int ombudMonths) {}

    /**
     * The present rosters of the body's active Pools, locked against joining and leaving until the transaction ends,
     * in the order of Pool ids; at least one.
     */
    List<RosterPart> freezeRosters(BodyRef ref);

    /**
     * Who decides on these actions, locked as {@link #freezeRosters} does: where an action concerns a Pool of a Flood,
     * without that Pool.
     */
    default Voters freeze(BodyRef ref, List<Action> actions) {
        return new Voters(freezeRosters(ref), List.of());
    }

    /**
     * The people of a vote, and where the members of a Flood must agree too, for whom each Pool's people are counted.
     *
     * @param parts in the order of Pool ids
     */
    record Voters(List<RosterPart> parts, List<Seat> seats) {}

    /** The Pools whose present members are the body's. */
    default Set<UUID> pools(BodyRef ref) {
        return Set.of(ref.id());
    }

    /** Those of these Pools that are among {@link #pools}, however many those are. */
    default Set<UUID> poolsAmong(BodyRef ref, Set<UUID> some) {
        return pools(ref).stream().filter(some::contains).collect(Collectors.toSet());
    }

    /** Who has taken no part since then is left out when the quorum is worked out; empty: nobody is. */
    default Optional<Instant> silentSince(BodyRef ref, Instant now) {
        return Optional.empty();
    }

    /** Whether the person is a member of the body at this moment. */
    boolean isMember(BodyRef ref, UUID person);

    /** Whether it has ended, so that nobody is its member any more, and the person was so at that moment. */
    default boolean wasMemberAtEnd(BodyRef ref, UUID person) {
        return false;
    }

    /** Whether and how members of a body may let others vote. */
    default Delegating delegating(BodyRef ref) {
        return Delegating.NOT;
    }

    /** @param maxHeld for how many others one may vote; {@code days} how long at most */
    record Delegating(boolean allowed, int maxHeld, int days) {
        public static final Delegating NOT = new Delegating(false, 0, 0);
    }

    /** What others may call a body. {@code currency} is ISO 4217. */
    record Body(BodyRef ref, String name, String slug, String currency) {}
}
