package coop.pools.governance.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads actions from the API; every refusal is INVALID_FIELD and names the field. */
public final class ActionReader {
    private static final int MOST_RULES = 100;
    private static final int MOST_POOLS = 50;
    private static final int LONGEST_PURPOSE = 200;

    private final Bodies bodies;

    public ActionReader(Bodies bodies) {
        this.bodies = bodies;
    }

    public Action read(ActionBody sent) {
        ActionBody body = Fields.required("action", sent);
        String type = Fields.required("action.type", body.type());
        return switch (type) {
            case "statement" -> only(body, Set.of(), new Action.Statement());
            case "pay" -> only(body, Set.of("payee", "amount", "purpose", "bucket"), pay(body));
            case "change-rules" -> only(body, Set.of("rules"), new Action.ChangeRules(rules(body.rules())));
            case "join-flood" -> only(body, Set.of("flood"), new Action.JoinFlood(flood(body.flood())));
            case "fund-flood" ->
                only(body, Set.of("flood", "amount"), new Action.FundFlood(flood(body.flood()), amount(body)));
            case "leave-flood" -> only(body, Set.of("flood"), new Action.LeaveFlood(flood(body.flood())));
            case "allocate" -> only(body, Set.of("bucket", "amount"), new Action.Allocate(bucket(body), amount(body)));
            case "close-bucket" -> only(body, Set.of("bucket"), new Action.CloseBucket(bucket(body)));
            case "choose-custody" -> only(body, Set.of("mode"), new Action.ChooseCustody(mode(body)));
            case "name-steward" -> only(body, Set.of("person"), new Action.NameSteward(person(body)));
            case "end-steward" -> only(body, Set.of("person"), new Action.EndSteward(person(body)));
            case "admit-member" -> only(body, Set.of("person"), new Action.AdmitMember(person(body)));
            case "remove-member" -> only(body, Set.of("person"), new Action.RemoveMember(person(body)));
            case "name-ombud" -> only(body, Set.of("person"), new Action.NameOmbud(person(body)));
            case "end-ombud" -> only(body, Set.of("person"), new Action.EndOmbud(person(body)));
            case "choose-legal-form" ->
                only(body, Set.of("form"), new Action.ChooseLegalForm(Fields.text("action.form", body.form(), 20)));
            case "wind-up" ->
                only(
                        body,
                        Set.of("payee"),
                        new Action.WindUp(
                                Optional.ofNullable(body.payee()).map(payee -> Fields.id("action.payee", payee))));
            case "admit-pool" -> only(body, Set.of("pool", "flood"), new Action.FloodAction.AdmitPool(member(body)));
            case "remove-pool" -> only(body, Set.of("pool", "flood"), new Action.FloodAction.RemovePool(member(body)));
            case "change-compact" ->
                only(body, Set.of("rules"), new Action.FloodAction.ChangeCompact(rules(body.rules())));
            case "dissolve" -> only(body, Set.of(), new Action.FloodAction.Dissolve());
            case "merge-flood" -> only(body, Set.of("flood"), new Action.FloodAction.Merge(flood(body.flood())));
            case "take-in-flood" -> only(body, Set.of("flood"), new Action.FloodAction.TakeIn(flood(body.flood())));
            case "split-flood" -> only(body, Set.of("name", "purpose", "pools"), split(body));
            case "change-share" -> only(body, Set.of("share"), share(body));
            case "pledge" -> only(body, Set.of("flood", "amount", "basisPoints", "most"), pledge(body));
            case "end-pledge" ->
                only(body, Set.of("pledge"), new Action.EndPledge(Fields.id("action.pledge", body.pledge())));
            case "open-round" ->
                only(body, RoundOrders.OPENING, new Action.Round(RoundOrders.OF_ACTION.opening(body.opening())));
            case "end-round" -> only(body, RoundOrders.ENDING, new Action.Round(RoundOrders.ending(body)));
            default ->
                throw Fields.invalid(
                        "action.type",
                        "statement, pay, change-rules, join-flood, fund-flood, leave-flood, allocate, close-bucket,"
                                + " choose-custody, name-steward, end-steward, admit-member, remove-member,"
                                + " name-ombud, end-ombud, choose-legal-form, wind-up, pledge, end-pledge, open-round or"
                                + " end-round; in a Flood also admit-pool, remove-pool,"
                                + " change-compact, dissolve, merge-flood, take-in-flood or split-flood;"
                                + " in the commons of all Pools change-share");
        };
    }

    private Action split(ActionBody body) {
        List<String> sent = Fields.required("action.pools", body.pools());
        if (sent.isEmpty() || sent.size() > MOST_POOLS) {
            throw Fields.invalid("action.pools", "1 to " + MOST_POOLS + " Pools");
        }
        return new Action.FloodAction.Split(
                Fields.text("action.name", body.name(), 80),
                Fields.text("action.purpose", body.purpose(), 600),
                sent.stream().map(each -> pool("action.pools", each)).distinct().toList());
    }

    /** One Pool or Flood. */
    private UUID member(ActionBody body) {
        if (body.pool() != null && body.flood() != null) {
            throw Fields.invalid("action.flood", "a Pool or a Flood, not both");
        }
        return body.flood() == null ? pool("action.pool", body.pool()) : flood(body.flood());
    }

    private UUID pool(String field, String sent) {
        String text = Fields.text(field, sent, 100);
        return bodies.bySlug(BodyRef.Kind.POOL, text).map(BodyRef::id).orElseGet(() -> byId(field, text));
    }

    private UUID byId(String field, String text) {
        UUID id = Fields.id(field, text);
        try {
            return bodies.read(BodyRef.pool(id)).ref().id();
        } catch (Refused noPool) {
            return floodById(field, text, "there is no such Pool or Flood");
        }
    }

    private static Action pay(ActionBody body) {
        UUID payee = Fields.id("action.payee", body.payee());
        return new Action.Pay(
                payee,
                amount(body),
                Fields.text("action.purpose", body.purpose(), LONGEST_PURPOSE),
                Optional.ofNullable(body.bucket()).map(sent -> bucket(body)));
    }

    private Action pledge(ActionBody body) {
        int basisPoints = body.basisPoints() == null ? 0 : body.basisPoints();
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw Fields.invalid("action.basisPoints", "0 to 10000");
        }
        if (basisPoints == 0 && body.most() != null) {
            throw Fields.invalid("action.most", "only for a share of every month");
        }
        return new Action.Pledge(
                flood(body.flood()),
                amount(body),
                basisPoints,
                Optional.ofNullable(body.most()).map(most -> most.positive("action.most")));
    }

    private static Action share(ActionBody body) {
        ShareBody sent = Fields.required("action.share", body.share());
        return new Action.FloodAction.ChangeShare(
                share("action.share.basisPoints", sent.basisPoints()),
                share("action.share.riseBasisPoints", sent.riseBasisPoints()),
                share("action.share.mostBasisPoints", sent.mostBasisPoints()),
                Boolean.TRUE.equals(sent.lower()));
    }

    private static int share(String field, Integer sent) {
        int share = Fields.required(field, sent);
        if (share < 0 || share > 10_000) {
            throw Fields.invalid(field, "0 to 10000");
        }
        return share;
    }

    private static String mode(ActionBody body) {
        return custodyMode("action.mode", body.mode());
    }

    /** Who holds the money, as it was sent. */
    static String custodyMode(String field, String sent) {
        String mode = Fields.required(field, sent);
        if (!mode.equals("host") && !mode.equals("own")) {
            throw Fields.invalid(field, "host or own");
        }
        return mode;
    }

    private static UUID person(ActionBody body) {
        return Fields.id("action.person", body.person());
    }

    private static String bucket(ActionBody body) {
        return Fields.text("action.bucket", body.bucket(), 80);
    }

    private static Money amount(ActionBody body) {
        MoneyJson sent = Fields.required("action.amount", body.amount());
        return sent.positive("action.amount");
    }

    private static Map<String, Object> rules(Map<String, Object> sent) {
        Map<String, Object> rules = Fields.required("action.rules", sent);
        if (rules.isEmpty() || rules.size() > MOST_RULES) {
            throw Fields.invalid("action.rules", "1 to " + MOST_RULES + " rules");
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        rules.forEach((name, value) -> {
            boolean whole = value instanceof Integer || value instanceof Long || value instanceof BigInteger;
            boolean word = value instanceof String text && text.length() <= 100;
            if (!whole && !word && !(value instanceof Boolean) || name.length() > 100) {
                throw Fields.invalid("action.rules", "whole numbers, words, true or false");
            }
            plain.put(name, value);
        });
        return plain;
    }

    private UUID flood(String sent) {
        String text = Fields.text("action.flood", sent, 100);
        return bodies.bySlug(BodyRef.Kind.FLOOD, text)
                .map(BodyRef::id)
                .orElseGet(() -> floodById("action.flood", text, "there is no such Flood"));
    }

    private UUID floodById(String field, String text, String unknownWords) {
        UUID id = Fields.id(field, text);
        try {
            return bodies.read(BodyRef.flood(id)).ref().id();
        } catch (Refused unknown) {
            throw Fields.invalid(field, unknownWords);
        }
    }

    /** Refuses what was sent for another type: it would be dropped in silence. */
    private static Action only(ActionBody body, Set<String> allowed, Action action) {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("payee", body.payee());
        sent.put("amount", body.amount());
        sent.put("purpose", body.purpose());
        sent.put("rules", body.rules());
        sent.put("flood", body.flood());
        sent.put("bucket", body.bucket());
        sent.put("mode", body.mode());
        sent.put("basisPoints", body.basisPoints());
        sent.put("most", body.most());
        sent.put("share", body.share());
        sent.put("pledge", body.pledge());
        sent.put("person", body.person());
        sent.put("form", body.form());
        sent.put("pool", body.pool());
        sent.put("pools", body.pools());
        sent.put("name", body.name());
        sent.put("pot", body.pot());
        sent.put("buckets", body.buckets());
        sent.put("opensAt", body.opensAt());
        sent.put("closesAt", body.closesAt());
        sent.put("days", body.days());
        sent.put("after", body.after());
        sent.put("round", body.round());
        sent.put("outcome", body.outcome());
        sent.forEach((field, value) -> {
            if (value != null && !allowed.contains(field)) {
                throw Fields.invalid("action." + field, "does not belong to " + body.type());
            }
        });
        return action;
    }
}
