package coop.pools.governance.web;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * An action as the API gives it; fields that do not belong to its type are left out.
 *
 * @param flood the Flood's slug
 * @param bucket the bucket's slug
 * @param mode of custody: host or own
 * @param form a legal form
 * @param pool that joins or leaves
 * @param pools that go into a new Flood
 * @param name of the new Flood, or of a round
 * @param basisPoints of a pledge: 0 for once
 * @param most of a pledge, over all months
 * @param pledge an id
 * @param pot of a round to open, with its {@code buckets}, times, and what happens after
 * @param days from the opening of a round; left out where {@code closesAt} says when
 * @param round an id, of one to end, with its {@code outcome}: fund or return
 * @param share that the commons gets of fees and tips
 */
public record ActionJson(
        String type,
        Optional<UUID> payee,
        Optional<String> payeeName,
        Optional<MoneyJson> amount,
        Optional<String> purpose,
        Optional<Map<String, Object>> rules,
        Optional<String> flood,
        Optional<UUID> floodId,
        Optional<String> bucket,
        Optional<String> mode,
        Optional<UUID> person,
        Optional<String> form,
        Optional<UUID> pool,
        Optional<List<UUID>> pools,
        Optional<String> name,
        Optional<Integer> basisPoints,
        Optional<MoneyJson> most,
        Optional<UUID> pledge,
        Optional<MoneyJson> pot,
        Optional<List<RoundLineJson>> buckets,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        Optional<Integer> days,
        Optional<RoundAfter> after,
        Optional<UUID> round,
        Optional<String> outcome,
        Optional<ShareBody> share) {
    /** Without a round. */
    ActionJson(
            String type,
            Optional<UUID> payee,
            Optional<String> payeeName,
            Optional<MoneyJson> amount,
            Optional<String> purpose,
            Optional<Map<String, Object>> rules,
            Optional<String> flood,
            Optional<UUID> floodId,
            Optional<String> bucket,
            Optional<String> mode,
            Optional<UUID> person,
            Optional<String> form,
            Optional<UUID> pool,
            Optional<List<UUID>> pools,
            Optional<String> name,
            Optional<Integer> basisPoints,
            Optional<MoneyJson> most,
            Optional<UUID> pledge) {
        this(
                type,
                payee,
                payeeName,
                amount,
                purpose,
                rules,
                flood,
                floodId,
                bucket,
                mode,
                person,
                form,
                pool,
                pools,
                name,
                basisPoints,
                most,
                pledge,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Without a pledge. */
    ActionJson(
            String type,
            Optional<UUID> payee,
            Optional<String> payeeName,
            Optional<MoneyJson> amount,
            Optional<String> purpose,
            Optional<Map<String, Object>> rules,
            Optional<String> flood,
            Optional<UUID> floodId,
            Optional<String> bucket,
            Optional<String> mode,
            Optional<UUID> person,
            Optional<String> form,
            Optional<UUID> pool,
            Optional<List<UUID>> pools,
            Optional<String> name) {
        this(
                type,
                payee,
                payeeName,
                amount,
                purpose,
                rules,
                flood,
                floodId,
                bucket,
                mode,
                person,
                form,
                pool,
                pools,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of an action without custody and stewards. */
    ActionJson(
            String type,
            Optional<UUID> payee,
            Optional<String> payeeName,
            Optional<MoneyJson> amount,
            Optional<String> purpose,
            Optional<Map<String, Object>> rules,
            Optional<String> flood,
            Optional<UUID> floodId,
            Optional<String> bucket) {
        this(
                type,
                payee,
                payeeName,
                amount,
                purpose,
                rules,
                flood,
                floodId,
                bucket,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of an action about who holds the money or carries payments out. */
    static ActionJson ofCustody(String type, Optional<String> mode, Optional<UUID> person) {
        return new ActionJson(
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                mode,
                person,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of a pledge to a Flood. */
    static ActionJson ofPledge(Action.Pledge pledge, String flood) {
        ActionJson bare = ofCustody(pledge.type(), Optional.empty(), Optional.empty());
        return new ActionJson(
                pledge.type(),
                bare.payee,
                bare.payeeName,
                Optional.of(MoneyJson.of(pledge.amount())),
                bare.purpose,
                bare.rules,
                Optional.of(flood),
                Optional.of(pledge.flood()),
                bare.bucket,
                bare.mode,
                bare.person,
                bare.form,
                bare.pool,
                bare.pools,
                bare.name,
                Optional.of(pledge.basisPoints()),
                pledge.most().map(MoneyJson::of),
                Optional.empty());
    }

    /** Of the end of a pledge. */
    static ActionJson ofEnd(Action.EndPledge end) {
        ActionJson bare = ofCustody(end.type(), Optional.empty(), Optional.empty());
        return new ActionJson(
                end.type(),
                bare.payee,
                bare.payeeName,
                bare.amount,
                bare.purpose,
                bare.rules,
                bare.flood,
                bare.floodId,
                bare.bucket,
                bare.mode,
                bare.person,
                bare.form,
                bare.pool,
                bare.pools,
                bare.name,
                Optional.empty(),
                Optional.empty(),
                Optional.of(end.pledge()));
    }

    /** Of another share for the commons. */
    private static ActionJson ofShare(Action.FloodAction.ChangeShare share) {
        ActionJson bare = ofCustody(share.type(), Optional.empty(), Optional.empty());
        return new ActionJson(
                bare.type,
                bare.payee,
                bare.payeeName,
                bare.amount,
                bare.purpose,
                bare.rules,
                bare.flood,
                bare.floodId,
                bare.bucket,
                bare.mode,
                bare.person,
                bare.form,
                bare.pool,
                bare.pools,
                bare.name,
                bare.basisPoints,
                bare.most,
                bare.pledge,
                bare.pot,
                bare.buckets,
                bare.opensAt,
                bare.closesAt,
                bare.days,
                bare.after,
                bare.round,
                bare.outcome,
                Optional.of(new ShareBody(share.basisPoints(), share.rise(), share.most(), share.lower())));
    }

    /** Of what is ordered about a round. */
    static ActionJson ofRound(Action.Round round) {
        ActionJson bare = ofCustody(round.type(), Optional.empty(), Optional.empty());
        RoundOrder order = round.order();
        Optional<RoundOrder.Open> open = order.opening();
        Optional<RoundOrder.End> end = order.ending();
        return new ActionJson(
                round.type(),
                bare.payee,
                bare.payeeName,
                bare.amount,
                bare.purpose,
                bare.rules,
                bare.flood,
                bare.floodId,
                bare.bucket,
                bare.mode,
                bare.person,
                bare.form,
                bare.pool,
                bare.pools,
                open.map(RoundOrder.Open::name),
                bare.basisPoints,
                bare.most,
                bare.pledge,
                open.map(RoundOrder.Open::pot).map(MoneyJson::of),
                open.map(wish -> wish.lines().stream().map(RoundLineJson::of).toList()),
                open.flatMap(wish -> wish.times().opensAt()),
                open.flatMap(wish -> wish.times().closesAt()),
                open.map(wish -> wish.times().days()).filter(days -> days > 0),
                open.map(wish -> new RoundAfter(wish.keepsPartial() ? "accept" : "return", "return")),
                end.map(RoundOrder.End::round),
                end.map(wish -> wish.funds() ? "fund" : "return"),
                bare.share);
    }

    /** Of an action that takes another legal form. */
    static ActionJson ofForm(String type, String form) {
        ActionJson bare = ofCustody(type, Optional.empty(), Optional.empty());
        return new ActionJson(
                type,
                bare.payee,
                bare.payeeName,
                bare.amount,
                bare.purpose,
                bare.rules,
                bare.flood,
                bare.floodId,
                bare.bucket,
                bare.mode,
                bare.person,
                Optional.of(form),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of what a Flood decides about itself. */
    static ActionJson ofFlood(Action.FloodAction action, Function<UUID, String> slug) {
        if (action instanceof Action.FloodAction.ChangeShare share) {
            return ofShare(share);
        }
        Optional<UUID> flood = action instanceof Action.FloodAction.Merge merge
                ? Optional.of(merge.into())
                : action instanceof Action.FloodAction.TakeIn take ? Optional.of(take.flood()) : Optional.empty();
        Optional<UUID> pool = action instanceof Action.FloodAction.AdmitPool admit
                ? Optional.of(admit.pool())
                : action instanceof Action.FloodAction.RemovePool remove
                        ? Optional.of(remove.pool())
                        : Optional.empty();
        Optional<Action.FloodAction.Split> split = Optional.of(action)
                .filter(Action.FloodAction.Split.class::isInstance)
                .map(Action.FloodAction.Split.class::cast);
        return new ActionJson(
                action.type(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                split.map(Action.FloodAction.Split::purpose),
                action instanceof Action.FloodAction.ChangeCompact change
                        ? Optional.of(change.rules())
                        : Optional.empty(),
                flood.map(slug),
                flood,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                pool,
                split.map(Action.FloodAction.Split::pools),
                split.map(Action.FloodAction.Split::name));
    }
}
