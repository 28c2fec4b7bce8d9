package coop.pools.governance.web;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
    /** An action of which nothing is told but its type. */
    static ActionJson of(String type) {
        return of(type, bare -> {});
    }

    /** An action of which only these fields are told. */
    static ActionJson of(String type, Consumer<Told> telling) {
        Told told = new Told();
        telling.accept(told);
        return told.of(type);
    }

    /** Of a pledge to a Flood. */
    static ActionJson ofPledge(Action.Pledge pledge, String flood) {
        return of(pledge.type(), told -> {
            told.amount = Optional.of(MoneyJson.of(pledge.amount()));
            told.flood = Optional.of(flood);
            told.floodId = Optional.of(pledge.flood());
            told.basisPoints = Optional.of(pledge.basisPoints());
            told.most = pledge.most().map(MoneyJson::of);
        });
    }

    /** Of what is ordered about a round. */
    static ActionJson ofRound(Action.Round round) {
        Optional<RoundOrder.Open> open = round.order().opening();
        Optional<RoundOrder.End> end = round.order().ending();
        return of(round.type(), told -> {
            told.name = open.map(RoundOrder.Open::name);
            told.pot = open.map(RoundOrder.Open::pot).map(MoneyJson::of);
            told.buckets = open.map(
                    wish -> wish.lines().stream().map(RoundLineJson::of).toList());
            told.opensAt = open.flatMap(wish -> wish.times().opensAt());
            told.closesAt = open.flatMap(wish -> wish.times().closesAt());
            told.days = open.map(wish -> wish.times().days()).filter(days -> days > 0);
            told.after = open.map(wish -> new RoundAfter(wish.keepsPartial() ? "accept" : "return", "return"));
            told.round = end.map(RoundOrder.End::round);
            told.outcome = end.map(wish -> wish.funds() ? "fund" : "return");
        });
    }

    /** Of what a Flood decides about itself. */
    static ActionJson ofFlood(Action.FloodAction action, Function<UUID, String> slug) {
        return of(action.type(), told -> {
            if (action instanceof Action.FloodAction.AdmitPool admit) {
                told.pool = Optional.of(admit.pool());
            } else if (action instanceof Action.FloodAction.RemovePool remove) {
                told.pool = Optional.of(remove.pool());
            } else if (action instanceof Action.FloodAction.ChangeCompact change) {
                told.rules = Optional.of(change.rules());
            } else if (action instanceof Action.FloodAction.Merge merge) {
                told.floodId = Optional.of(merge.into());
            } else if (action instanceof Action.FloodAction.TakeIn take) {
                told.floodId = Optional.of(take.flood());
            } else if (action instanceof Action.FloodAction.Split split) {
                told.name = Optional.of(split.name());
                told.purpose = Optional.of(split.purpose());
                told.pools = Optional.of(split.pools());
            } else if (action instanceof Action.FloodAction.ChangeShare share) {
                told.share = Optional.of(new ShareBody(share.basisPoints(), share.rise(), share.most(), share.lower()));
            }
            told.flood = told.floodId.map(slug);
        });
    }

    /** The fields that are told of an action; empty until they are set. */
    static final class Told {
        Optional<UUID> payee = Optional.empty();
        Optional<String> payeeName = Optional.empty();
        Optional<MoneyJson> amount = Optional.empty();
        Optional<String> purpose = Optional.empty();
        Optional<Map<String, Object>> rules = Optional.empty();
        Optional<String> flood = Optional.empty();
        Optional<UUID> floodId = Optional.empty();
        Optional<String> bucket = Optional.empty();
        Optional<String> mode = Optional.empty();
        Optional<UUID> person = Optional.empty();
        Optional<String> form = Optional.empty();
        Optional<UUID> pool = Optional.empty();
        Optional<List<UUID>> pools = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<Integer> basisPoints = Optional.empty();
        Optional<MoneyJson> most = Optional.empty();
        Optional<UUID> pledge = Optional.empty();
        Optional<MoneyJson> pot = Optional.empty();
        Optional<List<RoundLineJson>> buckets = Optional.empty();
        Optional<Instant> opensAt = Optional.empty();
        Optional<Instant> closesAt = Optional.empty();
        Optional<Integer> days = Optional.empty();
        Optional<RoundAfter> after = Optional.empty();
        Optional<UUID> round = Optional.empty();
        Optional<String> outcome = Optional.empty();
        Optional<ShareBody> share = Optional.empty();

        private Told() {}

        private ActionJson of(String type) {
            return new ActionJson(
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
                    pot,
                    buckets,
                    opensAt,
                    closesAt,
                    days,
                    after,
                    round,
                    outcome,
                    share);
        }
    }
}
