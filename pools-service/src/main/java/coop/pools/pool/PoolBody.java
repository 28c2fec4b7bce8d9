package coop.pools.pool;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.DecisionRule;
import coop.pools.bylaws.domain.Matter;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.domain.Rules;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Balances;
import coop.pools.pool.domain.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A Pool as a body that decides: by the rules of its bylaws, with its members as the electorate. */
public final class PoolBody implements Bodies {
    private final PoolStore store;
    private final ReadBylaws bylaws;
    private final Members members;
    private final ActionCheck rules;
    private final Ledger ledger;
    private final MarginStore margins;

    public PoolBody(PoolStore store, ReadBylaws bylaws, Members members, RulesActionCheck rules, Money money) {
        this.store = store;
        this.bylaws = bylaws;
        this.members = members;
        this.rules = rules;
        this.ledger = money.ledger();
        this.margins = money.margins();
    }

    /** What there is to spend, and what of it must stay. */
    public record Money(Ledger ledger, MarginStore margins) {}

    @Override
    public Body read(BodyRef ref) {
        Pool pool = store.find(poolOf(ref)).orElseThrow(PoolBody::notFound);
        return new Body(ref, pool.name(), pool.slug(), pool.currency());
    }

    @Override
    public Optional<BodyRef> bySlug(BodyRef.Kind kind, String slug) {
        return kind == BodyRef.Kind.POOL ? store.bySlug(slug).map(pool -> BodyRef.pool(pool.id())) : Optional.empty();
    }

    @Override
    public VotingRule ruleFor(BodyRef ref, Action action) {
        Rules now = bylaws.rules(poolOf(ref));
        return votingRule(now.decision(matterOf(poolOf(ref), now, action)));
    }

    /** Harder than the usual rule in all but its times. */
    @Override
    public Optional<VotingRule> hurried(BodyRef ref) {
        Rules now = bylaws.rules(poolOf(ref));
        VotingRule usual = votingRule(now.decision(Matter.ORDINARY));
        VotingRule fast = votingRule(now.decision(Matter.EMERGENCY));
        VotingRule both = usual.stricter(fast);
        return Optional.of(new VotingRule(
                both.threshold(),
                both.base(),
                both.quorum(),
                both.quorumPeople(),
                fast.discussHours(),
                fast.voteHours(),
                both.coolingHours(),
                both.manners()));
    }

    @Override
    public boolean mayHurry(BodyRef ref, List<Action> actions) {
        Rules now = bylaws.rules(poolOf(ref));
        return actions.stream().allMatch(action -> matterOf(ref.id(), now, action) == Matter.ORDINARY);
    }

    @Override
    public int sponsorsFor(BodyRef ref) {
        return bylaws.rules(poolOf(ref)).number(RuleKey.SPONSORS);
    }

    @Override
    public DisputeTerms disputes(BodyRef ref) {
        Rules rules = bylaws.rules(poolOf(ref));
        return new DisputeTerms(
                Duration.ofDays(rules.number(RuleKey.DISPUTE_PAUSE_DAYS)), rules.number(RuleKey.OMBUD_MONTHS));
    }

    /** The Pool's own say, on its rules; the other features look at their actions. */
    @Override
    public void check(BodyRef ref, Action action) {
        rules.check(ref, action);
    }

    @Override
    public List<RosterPart> freezeRosters(BodyRef ref) {
        UUID pool = poolOf(ref);
        long version = store.lockRoster(pool).orElseThrow(PoolBody::notFound);
        return List.of(new RosterPart(pool, version));
    }

    @Override
    public Optional<Instant> silentSince(BodyRef ref, Instant now) {
        int months = bylaws.rules(poolOf(ref)).number(RuleKey.DORMANT_MONTHS);
        return Optional.of(now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant());
    }

    @Override
    public boolean isMember(BodyRef ref, UUID person) {
        return members.isMember(poolOf(ref), person);
    }

    /** Which article decides: wider agreement for what weighs more, the ordinary one for all else. */
    private Matter matterOf(UUID pool, Rules now, Action action) {
        return action.fold(new Action.Handler<>(
                statement -> Matter.ORDINARY,
                pay -> spending(pool, now, pay.amount().minorUnits()),
                change -> now.entrench(change.rules().keySet()) ? Matter.ENTRENCHED : Matter.BYLAWS,
                join -> Matter.JOIN_FLOOD,
                fund -> spending(pool, now, fund.amount().minorUnits()),
                leave -> Matter.LEAVE_FLOOD,
                allocate -> Matter.ORDINARY,
                close -> Matter.ORDINARY,
                custody -> Matter.BYLAWS,
                name -> Matter.ORDINARY,
                end -> Matter.ORDINARY,
                admit -> Matter.ORDINARY,
                remove -> Matter.EXPEL,
                ombud -> Matter.ORDINARY,
                ended -> Matter.ORDINARY,
                stop -> Matter.ORDINARY,
                form -> Matter.CONVERT_FORM,
                end -> Matter.DISSOLVE,
                ofFlood -> Matter.ORDINARY,
                pledge -> spending(pool, now, pledge.largest().minorUnits()),
                endPledge -> Matter.ORDINARY,
                round -> Matter.ORDINARY));
    }

    /** What is large for what the Pool can spend at this moment has a rule of its own, article 10. */
    private Matter spending(UUID pool, Rules now, long amount) {
        boolean large = now.share(RuleKey.SPEND_MAX_SINGLE).isExceededBy(amount, spendable(pool));
        return large ? Matter.LARGE_SPEND : Matter.ORDINARY;
    }

    private long spendable(UUID pool) {
        Balances balances = ledger.balances(pool);
        return balances.available().plus(balances.inBuckets()).minorUnits();
    }

    /**
     * Keeps how much of what was given before can be taken back without making a payment large that was put to the usual
     * vote (articles 6.4 and 10.5).
     */
    @Override
    public void opened(Proposal proposal, Instant at) {
        UUID pool = poolOf(proposal.body());
        OptionalLong most = proposal.actions().stream()
                .flatMapToLong(action -> spent(action).stream())
                .max();
        if (most.isEmpty() || !proposal.paper().method().binds()) {
            return;
        }
        ledger.hold(pool);
        Rules now = bylaws.rules(pool);
        boolean usual =
                proposal.actions().stream().noneMatch(action -> matterOf(pool, now, action) == Matter.LARGE_SPEND);
        if (usual) {
            long left = spendable(pool) - now.share(RuleKey.SPEND_MAX_SINGLE).leastWholeFor(most.getAsLong());
            margins.insert(proposal.id(), pool, at, left);
        }
    }

    private static OptionalLong spent(Action action) {
        if (action instanceof Action.Pay pay) {
            return OptionalLong.of(pay.amount().minorUnits());
        }
        if (action instanceof Action.FundFlood fund) {
            return OptionalLong.of(fund.amount().minorUnits());
        }
        return action instanceof Action.Pledge pledge
                ? OptionalLong.of(pledge.largest().minorUnits())
                : OptionalLong.empty();
    }

    /** What the bylaws want, as the voting engine takes it: value by value the same. */
    public static VotingRule votingRule(DecisionRule rule) {
        return new VotingRule(
                rule.threshold(),
                VotingRule.Base.valueOf(rule.base().name()),
                rule.quorum(),
                rule.quorumPeople(),
                rule.discussHours(),
                rule.voteHours(),
                rule.coolingHours(),
                new VotingRule.Manners(rule.change(), rule.delegates(), rule.conflictsAbstain()));
    }

    @Override
    public Delegating delegating(BodyRef ref) {
        Rules rules = bylaws.rules(poolOf(ref));
        return new Delegating(
                rules.delegatesAllowed(), rules.number(RuleKey.DELEGATE_MAX_HELD), rules.number(RuleKey.DELEGATE_DAYS));
    }

    private static UUID poolOf(BodyRef ref) {
        if (ref.kind() != BodyRef.Kind.POOL) {
            throw notFound();
        }
        return ref.id();
    }

    private static Refused notFound() {
        return new Refused(CommonRefusal.NOT_FOUND);
    }
}
