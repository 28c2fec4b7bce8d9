package coop.pools.enactment;

import coop.pools.bucket.AllocateMoney;
import coop.pools.bucket.CloseBucket;
import coop.pools.bylaws.ChangeRules;
import coop.pools.commons.ChangeShare;
import coop.pools.custody.ChooseCustody;
import coop.pools.custody.NameSteward;
import coop.pools.custody.domain.CustodyMode;
import coop.pools.exit.KeepFloor;
import coop.pools.exit.WindUpPool;
import coop.pools.flood.AdmitPool;
import coop.pools.flood.ChangeCompact;
import coop.pools.flood.DissolveFlood;
import coop.pools.flood.FundFlood;
import coop.pools.flood.JoinFlood;
import coop.pools.flood.LeaveFlood;
import coop.pools.flood.MergeFloods;
import coop.pools.flood.Pledges;
import coop.pools.flood.RemovePool;
import coop.pools.flood.SplitFlood;
import coop.pools.flood.Voted;
import coop.pools.governance.NameOmbud;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.PoolsCount;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.membership.AdmitMember;
import coop.pools.membership.RemoveMember;
import coop.pools.payout.OrderPayout;
import coop.pools.pool.ChooseLegalForm;
import coop.pools.round.EndRound;
import coop.pools.round.OpenRound;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns each action into the use case that does it. The compiler asks here about every action there is. */
public final class CarryOutActions implements CarryOut {
    private final BodyDeeds deeds;
    private final FloodDeeds floods;
    private final BucketDeeds buckets;
    private final CustodyDeeds custodies;
    private final MemberDeeds memberships;

    public CarryOutActions(
            BodyDeeds deeds, FloodDeeds floods, BucketDeeds buckets, CustodyDeeds custodies, MemberDeeds memberships) {
        this.deeds = deeds;
        this.floods = floods;
        this.buckets = buckets;
        this.custodies = custodies;
        this.memberships = memberships;
    }

    /** What a body can do about its money, its rules and its ombuds. */
    public record BodyDeeds(OrderPayout order, ChangeRules rules, NameOmbud ombuds, KeepFloor floor) {}

    /** What a Pool can do about who its members are, and in which form they act. */
    public record MemberDeeds(AdmitMember admit, RemoveMember remove, ChooseLegalForm forms, WindUpPool ends) {}

    /** What a Pool can do about Floods. */
    public record FloodDeeds(JoinFlood join, FundFlood fund, LeaveFlood leave, OwnDeeds own, Pledges pledges) {}

    /** What a Flood can do about itself. */
    public record OwnDeeds(
            AdmitPool admit,
            RemovePool remove,
            ChangeCompact change,
            DissolveFlood dissolve,
            MergeFloods merge,
            SplitFlood split,
            ChangeShare share) {}

    /** What a Pool can do about its buckets. */
    public record BucketDeeds(AllocateMoney allocate, CloseBucket close, RoundDeeds rounds) {}

    /** What bodies can do about rounds. */
    public record RoundDeeds(OpenRound open, EndRound end) {}

    /** What a Pool can do about who holds its money and who carries payments out. */
    public record CustodyDeeds(ChooseCustody choose, NameSteward stewards) {}

    @Override
    public void carryOut(Proposal decided) {
        decided.decided().forEach(action -> carryOut(decided, action));
    }

    private static ChangeRules.Passed passed(Proposal decided) {
        Progress progress = decided.progress();
        return new ChangeRules.Passed(
                decided.id(),
                progress.vote().orElseThrow().openedAt(),
                progress.closedAt().orElseThrow());
    }

    private static Voted voted(Proposal decided) {
        Progress progress = decided.progress();
        Set<UUID> agreeing =
                progress.outcome().flatMap(Outcome::pools).map(PoolsCount::lines).orElse(List.of()).stream()
                        .filter(PoolsCount.Line::agrees)
                        .map(PoolsCount.Line::member)
                        .collect(Collectors.toSet());
        return new Voted(
                decided.id(), decided.author(), progress.vote().orElseThrow().openedAt(), agreeing);
    }

    private void carryOut(Proposal decided, Action.FloodAction action) {
        UUID flood = decided.body().id();
        Runnable deed = action.ofFlood(new Action.FloodAction.Kinds<>(
                admit -> () -> floods.own().admit().admit(voted(decided), flood, admit),
                remove -> () -> floods.own().remove().remove(decided.id(), flood, remove),
                change -> () -> floods.own().change().change(flood, change, passed(decided)),
                end -> () -> floods.own().dissolve().dissolve(decided.id(), flood),
                merge -> () -> floods.own().merge().merge(voted(decided), flood, merge),
                take -> () -> floods.own().merge().takeIn(voted(decided), flood, take),
                split -> () -> floods.own().split().split(voted(decided), flood, split),
                share -> () -> floods.own().share().change(decided.id(), share)));
        deed.run();
    }

    private void carryOut(Proposal decided, Action action) {
        UUID proposal = decided.id();
        UUID body = decided.body().id();
        Runnable deed = action.fold(new Action.Handler<>(
                statement -> () -> {},
                pay -> () -> {
                    deeds.floor().check(decided, pay.amount());
                    deeds.order().order(decided.body(), proposal, pay);
                },
                change -> () -> deeds.rules().change(body, change.rules(), passed(decided)),
                join -> () -> floods.join().join(voted(decided), body, join),
                fund -> () -> {
                    deeds.floor().check(decided, fund.amount());
                    floods.fund().fund(proposal, body, fund);
                },
                leave -> () -> floods.leave().leave(proposal, body, leave),
                allocate -> () -> buckets.allocate().allocate(proposal, decided.body(), allocate),
                close -> () -> buckets.close().close(proposal, decided.body(), close),
                custody -> () -> custodies.choose().choose(proposal, body, CustodyMode.of(custody.mode())),
                name -> () -> custodies.stewards().name(proposal, decided.body(), name.person()),
                end -> () -> custodies.stewards().end(proposal, decided.body(), end.person()),
                admit -> () -> memberships.admit().admit(body, admit.person()),
                remove -> () -> memberships.remove().remove(proposal, body, remove.person()),
                ombud -> () -> deeds.ombuds().name(proposal, body, ombud.person()),
                ended -> () -> deeds.ombuds().end(proposal, body, ended.person()),
                stop -> () -> deeds.ombuds().stop(proposal, stop.proposal()),
                form -> () -> memberships.forms().choose(proposal, body, form.form()),
                end -> () -> memberships.ends().windUp(proposal, body, end),
                ofFlood -> () -> carryOut(decided, ofFlood),
                pledge -> () -> {
                    deeds.floor().check(decided, pledge.largest());
                    floods.pledges().make(proposal, body, pledge);
                },
                end -> () -> floods.pledges().end(body, end.pledge()),
                round -> () -> carryOut(decided, round.order())));
        deed.run();
    }

    private void carryOut(Proposal decided, RoundOrder order) {
        OpenRound.Passed passed = new OpenRound.Passed(decided.id(), decided.author(), decided.body());
        Runnable deed = order.fold(
                open -> () -> buckets.rounds().open().open(passed, open),
                end -> () -> buckets.rounds().end().end(decided.id(), decided.body(), end));
        deed.run();
    }
}
