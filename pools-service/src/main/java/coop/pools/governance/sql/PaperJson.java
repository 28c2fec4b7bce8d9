package coop.pools.governance.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Ranking;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.Template;
import java.util.ArrayList;
import java.util.List;

/** Ballot papers and what options came to, as the database keeps them. */
final class PaperJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PaperJson() {}

    static String write(BallotPaper paper) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode options = node.putArray("options");
        for (Option option : paper.options()) {
            options.addObject()
                    .put("text", option.text())
                    .put("type", option.action().type())
                    .put("action", ActionJson.write(option.action()));
        }
        node.put("seats", paper.seats());
        node.put("most", paper.most());
        node.put("reasons", paper.reasons().name());
        node.put("blocksToStop", paper.blocksToStop());
        node.put("shown", paper.shown().name());
        node.put("anonymous", paper.anonymous());
        node.put("template", paper.template().name());
        return node.toString();
    }

    /** An empty object is the usual paper: that of proposals older than ballot papers. */
    static BallotPaper read(String method, String json) {
        JsonNode node = tree(json);
        BallotPaper usual = BallotPaper.USUAL;
        List<Option> options = new ArrayList<>();
        for (JsonNode option : node.path("options")) {
            options.add(new Option(
                    Option.keyAt(options.size()),
                    option.required("text").asText(),
                    ActionJson.read(
                            option.required("type").asText(),
                            option.required("action").asText())));
        }
        return new BallotPaper(
                Method.ofWord(method).orElseThrow(),
                options,
                node.path("seats").asInt(usual.seats()),
                node.path("most").asInt(usual.most()),
                Reasons.valueOf(node.path("reasons").asText(usual.reasons().name())),
                node.path("blocksToStop").asInt(usual.blocksToStop()),
                Shown.valueOf(node.path("shown").asText(usual.shown().name())),
                node.path("anonymous").asBoolean(usual.anonymous()),
                Template.valueOf(node.path("template").asText(usual.template().name())));
    }

    static String write(Ranking ranking) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode lines = node.putArray("lines");
        ranking.lines()
                .forEach(line -> lines.addObject().put("points", line.points()).put("support", line.support()));
        node.set("winners", JSON.valueToTree(ranking.winners()));
        node.put("tied", ranking.tied());
        ArrayNode rounds = node.putArray("rounds");
        for (Ranking.Round round : ranking.rounds()) {
            ObjectNode each = rounds.addObject();
            each.set("votes", JSON.valueToTree(round.votes()));
            each.set("elected", JSON.valueToTree(round.elected()));
            each.set("excluded", JSON.valueToTree(round.excluded()));
            each.put("exhausted", round.exhausted());
        }
        return node.toString();
    }

    static Ranking readRanking(String json) {
        JsonNode node = tree(json);
        List<Ranking.Line> lines = new ArrayList<>();
        node.required("lines")
                .forEach(line -> lines.add(new Ranking.Line(
                        line.required("points").asLong(),
                        line.required("support").asLong())));
        List<Ranking.Round> rounds = new ArrayList<>();
        node.required("rounds")
                .forEach(round -> rounds.add(new Ranking.Round(
                        longs(round.required("votes")),
                        places(round.required("elected")),
                        places(round.required("excluded")),
                        round.required("exhausted").asLong())));
        return new Ranking(
                lines, places(node.required("winners")), node.required("tied").asBoolean(), rounds);
    }

    private static List<Integer> places(JsonNode array) {
        return longs(array).stream().map(Long::intValue).toList();
    }

    private static List<Long> longs(JsonNode array) {
        List<Long> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asLong()));
        return values;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON in the database", e);
        }
    }
}
