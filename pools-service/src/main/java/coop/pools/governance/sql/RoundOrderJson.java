package coop.pools.governance.sql;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.RoundOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What votes order about rounds, as the database keeps it. */
final class RoundOrderJson {
    private RoundOrderJson() {}

    static Map<String, Object> write(Action.Round round) {
        return round.order().fold(RoundOrderJson::opening, end -> Map.of("round", end.round(), "funds", end.funds()));
    }

    private static Map<String, Object> opening(RoundOrder.Open open) {
        Map<String, Object> map = new TreeMap<>();
        map.put("name", open.name());
        map.put("pot", ActionJson.money(open.pot()));
        map.put("buckets", open.lines().stream().map(RoundOrderJson::line).toList());
        open.times().opensAt().ifPresent(at -> map.put("opensAt", at.toString()));
        open.times().closesAt().ifPresent(at -> map.put("closesAt", at.toString()));
        map.put("days", open.times().days());
        map.put("keepsPartial", open.keepsPartial());
        return map;
    }

    private static Map<String, Object> line(RoundOrder.Line line) {
        Map<String, Object> map = new TreeMap<>();
        line.bucket().ifPresent(bucket -> map.put("bucket", bucket));
        map.put("name", line.name());
        map.put("purpose", line.purpose());
        map.put("target", ActionJson.money(line.target()));
        line.minimum().ifPresent(least -> map.put("minimum", ActionJson.money(least)));
        return map;
    }

    static Action open(JsonNode node) {
        List<RoundOrder.Line> lines = new ArrayList<>();
        node.required("buckets").forEach(line -> lines.add(line(line)));
        RoundOrder.Times times = new RoundOrder.Times(
                instant(node, "opensAt"),
                instant(node, "closesAt"),
                node.required("days").intValue());
        return new Action.Round(new RoundOrder.Open(
                node.required("name").asText(),
                ActionJson.plainMoney(node.required("pot")),
                lines,
                times,
                node.required("keepsPartial").booleanValue()));
    }

    private static RoundOrder.Line line(JsonNode node) {
        return new RoundOrder.Line(
                Optional.ofNullable(node.get("bucket")).map(JsonNode::asText),
                node.required("name").asText(),
                node.required("purpose").asText(),
                ActionJson.plainMoney(node.required("target")),
                Optional.ofNullable(node.get("minimum")).map(ActionJson::plainMoney));
    }

    private static Optional<Instant> instant(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText).map(Instant::parse);
    }

    static Action end(JsonNode node) {
        return new Action.Round(new RoundOrder.End(
                UUID.fromString(node.required("round").asText()),
                node.required("funds").booleanValue()));
    }
}
