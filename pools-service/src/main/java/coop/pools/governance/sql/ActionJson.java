package coop.pools.governance.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Actions and facts as the database keeps them: JSON objects with sorted names and ids for payees and Floods. */
final class ActionJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private ActionJson() {}

    static String write(Action action) {
        return writeMap(action.fold(new Action.Handler<Map<String, Object>>(
                statement -> Map.of(),
                ActionJson::pay,
                changeRules -> Map.of("rules", changeRules.rules()),
                joinFlood -> Map.of("flood", joinFlood.flood()),
                fundFlood -> Map.of("flood", fundFlood.flood(), "amount", money(fundFlood.amount())),
                leaveFlood -> Map.of("flood", leaveFlood.flood()),
                allocate -> Map.of("bucket", allocate.bucket(), "amount", money(allocate.amount())),
                closeBucket -> Map.of("bucket", closeBucket.bucket()),
                custody -> Map.of("mode", custody.mode()),
                name -> Map.of("person", name.person()),
                end -> Map.of("person", end.person()),
                admit -> Map.of("person", admit.person()),
                remove -> Map.of("person", remove.person()),
                ombud -> Map.of("person", ombud.person()),
                ended -> Map.of("person", ended.person()),
                stop -> Map.of("proposal", stop.proposal()),
                form -> Map.of("form", form.form()),
                end -> end.payee()
                        .map(payee -> Map.<String, Object>of("payee", payee))
                        .orElse(Map.of()),
                ActionJson::ofFlood,
                ActionJson::pledge,
                end -> Map.of("pledge", end.pledge()),
                RoundOrderJson::write)));
    }

    private static Map<String, Object> ofFlood(Action.FloodAction action) {
        return action.ofFlood(new Action.FloodAction.Kinds<Map<String, Object>>(
                admit -> Map.of("pool", admit.pool()),
                remove -> Map.of("pool", remove.pool()),
                change -> Map.of("rules", change.rules()),
                end -> Map.of(),
                merge -> Map.of("flood", merge.into()),
                take -> Map.of("flood", take.flood()),
                split -> Map.of("name", split.name(), "purpose", split.purpose(), "pools", split.pools()),
                share -> Map.of(
                        "basisPoints", share.basisPoints(),
                        "rise", share.rise(),
                        "most", share.most(),
                        "lower", share.lower())));
    }

    private static List<UUID> pools(JsonNode node) {
        List<UUID> pools = new ArrayList<>();
        node.required("pools").forEach(pool -> pools.add(UUID.fromString(pool.asText())));
        return pools;
    }

    private static Map<String, Object> pay(Action.Pay pay) {
        Map<String, Object> map = new TreeMap<>();
        map.put("payee", pay.payee());
        map.put("amount", money(pay.amount()));
        map.put("purpose", pay.purpose());
        pay.bucket().ifPresent(bucket -> map.put("bucket", bucket));
        return map;
    }

    private static Map<String, Object> pledge(Action.Pledge pledge) {
        Map<String, Object> map = new TreeMap<>();
        map.put("flood", pledge.flood());
        map.put("amount", money(pledge.amount()));
        map.put("basisPoints", pledge.basisPoints());
        pledge.most().ifPresent(most -> map.put("most", money(most)));
        return map;
    }

    static Action read(String type, String json) {
        JsonNode node = tree(json);
        return switch (type) {
            case "statement" -> new Action.Statement();
            case "pay" ->
                new Action.Pay(
                        id(node, "payee"),
                        money(node),
                        node.required("purpose").asText(),
                        Optional.ofNullable(node.get("bucket")).map(JsonNode::asText));
            case "change-rules" -> new Action.ChangeRules(JSON.convertValue(node.required("rules"), OBJECT));
            case "join-flood" -> new Action.JoinFlood(id(node, "flood"));
            case "fund-flood" -> new Action.FundFlood(id(node, "flood"), money(node));
            case "leave-flood" -> new Action.LeaveFlood(id(node, "flood"));
            case "allocate" -> new Action.Allocate(node.required("bucket").asText(), money(node));
            case "close-bucket" ->
                new Action.CloseBucket(node.required("bucket").asText());
            case "choose-custody" ->
                new Action.ChooseCustody(node.required("mode").asText());
            case "name-steward" -> new Action.NameSteward(id(node, "person"));
            case "end-steward" -> new Action.EndSteward(id(node, "person"));
            case "admit-member" -> new Action.AdmitMember(id(node, "person"));
            case "remove-member" -> new Action.RemoveMember(id(node, "person"));
            case "name-ombud" -> new Action.NameOmbud(id(node, "person"));
            case "end-ombud" -> new Action.EndOmbud(id(node, "person"));
            case "stop-decision" -> new Action.StopDecision(id(node, "proposal"));
            case "choose-legal-form" ->
                new Action.ChooseLegalForm(node.required("form").asText());
            case "wind-up" ->
                new Action.WindUp(Optional.ofNullable(node.get("payee"))
                        .map(JsonNode::asText)
                        .map(UUID::fromString));
            case "admit-pool" -> new Action.FloodAction.AdmitPool(id(node, "pool"));
            case "remove-pool" -> new Action.FloodAction.RemovePool(id(node, "pool"));
            case "change-compact" ->
                new Action.FloodAction.ChangeCompact(JSON.convertValue(node.required("rules"), OBJECT));
            case "dissolve" -> new Action.FloodAction.Dissolve();
            case "merge-flood" -> new Action.FloodAction.Merge(id(node, "flood"));
            case "take-in-flood" -> new Action.FloodAction.TakeIn(id(node, "flood"));
            case "split-flood" ->
                new Action.FloodAction.Split(
                        node.required("name").asText(), node.required("purpose").asText(), pools(node));
            case "change-share" ->
                new Action.FloodAction.ChangeShare(
                        node.required("basisPoints").intValue(),
                        node.required("rise").intValue(),
                        node.required("most").intValue(),
                        node.required("lower").booleanValue());
            case "pledge" ->
                new Action.Pledge(
                        id(node, "flood"),
                        money(node),
                        node.required("basisPoints").intValue(),
                        Optional.ofNullable(node.get("most")).map(ActionJson::plainMoney));
            case "end-pledge" -> new Action.EndPledge(id(node, "pledge"));
            case "open-round" -> RoundOrderJson.open(node);
            case "end-round" -> RoundOrderJson.end(node);
            default -> throw new IllegalStateException("unknown action in the database: " + type);
        };
    }

    static String writeMap(Map<String, Object> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not plain values: " + map.keySet(), e);
        }
    }

    static Map<String, Object> readMap(String json) {
        try {
            return JSON.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON object in the database", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON in the database", e);
        }
    }

    static Map<String, Object> money(Money amount) {
        return Map.of(
                "amountMinor",
                amount.minorUnits(),
                "currency",
                amount.currency().getCurrencyCode());
    }

    private static Money money(JsonNode node) {
        return plainMoney(node.required("amount"));
    }

    static Money plainMoney(JsonNode amount) {
        return Money.of(
                amount.required("amountMinor").longValue(),
                amount.required("currency").asText());
    }

    private static UUID id(JsonNode node, String name) {
        return UUID.fromString(node.required(name).asText());
    }
}
