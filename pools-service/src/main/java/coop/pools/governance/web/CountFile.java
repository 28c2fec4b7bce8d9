package coop.pools.governance.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.CountSheet;
import coop.pools.governance.domain.Electorate;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.BasisPoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A count as a file that can be counted again without us: JSON without blanks, fields in a fixed order, ballots sorted
 * by receipt and delegations by person, so that the same count is always the same bytes.
 */
public final class CountFile {
    private static final String FORMAT = "pools-count-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private CountFile() {}

    /** What a file says: the sheet, and the result that was published with it. */
    public record Read(String title, CountSheet sheet, String result) {}

    public static String write(String title, CountSheet sheet, Outcome outcome) {
        ObjectNode file = JSON.createObjectNode();
        file.put("format", FORMAT);
        file.put("proposal", sheet.proposal().toString());
        file.put("title", title);
        file.set("paper", paper(sheet.paper()));
        file.putObject("rule")
                .put("thresholdBasisPoints", sheet.rule().threshold().value())
                .put("base", sheet.rule().base().name())
                .put("quorumBasisPoints", sheet.rule().quorum().value())
                .put("quorumPeople", sheet.rule().quorumPeople());
        if (CountSheet.asksPools(sheet.paper(), sheet.rule())) {
            ObjectNode pools = file.putObject("pools");
            pools.put("thresholdBasisPoints", sheet.rule().poolsBasisPoints().orElseThrow());
            ArrayNode members = pools.putArray("members");
            sheet.members().forEach(member -> members.add(member.toString()));
        }
        file.putObject("electorate")
                .put("people", sheet.electorate().people())
                .put("quorumBase", sheet.electorate().quorumBase());
        ArrayNode ballots = file.putArray("ballots");
        sheet.ballots().stream()
                .sorted(Comparator.comparing(CountSheet.Cast::receipt))
                .forEach(ballot -> ballots.add(ballot(ballot)));
        ArrayNode delegations = file.putArray("delegations");
        sheet.delegations().stream()
                .sorted(Comparator.comparing(CountSheet.Edge::person))
                .forEach(edge -> places(
                        delegations
                                .addObject()
                                .put("person", edge.person().toString())
                                .put("delegate", edge.delegate().toString()),
                        edge.places()));
        file.set("result", result(outcome));
        return file.toString();
    }

    private static ObjectNode paper(BallotPaper paper) {
        ObjectNode node = JSON.createObjectNode();
        node.put("method", paper.method().word());
        ArrayNode options = node.putArray("options");
        paper.texts().forEach(options::add);
        return node.put("seats", paper.seats())
                .put("most", paper.most())
                .put("blocksToStop", paper.blocksToStop())
                .put("anonymous", paper.anonymous());
    }

    private static ObjectNode ballot(CountSheet.Cast ballot) {
        ObjectNode node = JSON.createObjectNode();
        node.put("receipt", ballot.receipt());
        ballot.person().ifPresent(person -> node.put("person", person.toString()));
        node.put("choice", ballot.mark().choice().word());
        ArrayNode marks = node.putArray("marks");
        ballot.mark().marks().forEach(marks::add);
        places(node, ballot.places());
        return node;
    }

    /** For which Pools somebody counts, by their places among the members; nothing where people alone decide. */
    private static void places(ObjectNode node, List<Integer> places) {
        if (!places.isEmpty()) {
            ArrayNode array = node.putArray("pools");
            places.forEach(array::add);
        }
    }

    private static List<Integer> places(JsonNode node) {
        List<Integer> places = new ArrayList<>();
        node.path("pools").forEach(place -> places.add(place.intValue()));
        return places;
    }

    private static ObjectNode result(Outcome outcome) {
        ObjectNode node = JSON.createObjectNode();
        node.put("agree", outcome.ballots().agree());
        node.put("disagree", outcome.ballots().disagree());
        node.put("abstain", outcome.ballots().abstain());
        node.put("blocks", outcome.ballots().blocks());
        node.put("neededForQuorum", outcome.neededForQuorum());
        node.put("neededToPass", outcome.neededToPass());
        outcome.pools().ifPresent(pools -> {
            ObjectNode stand = node.putObject("pools");
            stand.put("agree", pools.agree());
            stand.put("needed", pools.needed());
            ArrayNode lines = stand.putArray("lines");
            pools.lines()
                    .forEach(line -> lines.addObject()
                            .put("pool", line.member().toString())
                            .put("agree", line.agree())
                            .put("disagree", line.disagree()));
        });
        node.put("passed", outcome.passed());
        ArrayNode winners = node.putArray("winners");
        outcome.ranking().ifPresent(ranking -> ranking.winners().forEach(place -> winners.add(Option.keyAt(place))));
        return node;
    }

    /** The result of an outcome as it stands in files, to compare by. */
    public static String resultOf(Outcome outcome) {
        return result(outcome).toString();
    }

    /** @throws IllegalArgumentException when it is no such file */
    public static Read read(String text) {
        JsonNode file = tree(text);
        if (!file.path("format").asText().equals(FORMAT)) {
            throw new IllegalArgumentException("its format is not " + FORMAT);
        }
        JsonNode rule = file.required("rule");
        VotingRule read = new VotingRule(
                new BasisPoints(whole(rule, "thresholdBasisPoints")),
                VotingRule.Base.valueOf(rule.required("base").asText()),
                new BasisPoints(whole(rule, "quorumBasisPoints")),
                whole(rule, "quorumPeople"),
                0,
                0,
                0,
                VotingRule.Manners.USUAL,
                Optional.ofNullable(file.get("pools"))
                        .map(pools -> new BasisPoints(whole(pools, "thresholdBasisPoints"))));
        List<UUID> members = new ArrayList<>();
        file.path("pools").path("members").forEach(member -> members.add(UUID.fromString(member.asText())));
        JsonNode people = file.required("electorate");
        List<CountSheet.Cast> ballots = new ArrayList<>();
        file.required("ballots").forEach(ballot -> ballots.add(cast(ballot)));
        List<CountSheet.Edge> delegations = new ArrayList<>();
        file.required("delegations")
                .forEach(edge ->
                        delegations.add(new CountSheet.Edge(id(edge, "person"), id(edge, "delegate"), places(edge))));
        CountSheet sheet = new CountSheet(
                id(file, "proposal"),
                readPaper(file.required("paper")),
                read,
                new Electorate(
                        people.required("people").asLong(),
                        people.required("quorumBase").asLong()),
                ballots,
                delegations,
                members);
        return new Read(
                file.path("title").asText(), sheet, file.required("result").toString());
    }

    private static BallotPaper readPaper(JsonNode paper) {
        List<Option> options = new ArrayList<>();
        paper.required("options")
                .forEach(text ->
                        options.add(new Option(Option.keyAt(options.size()), text.asText(), new Action.Statement())));
        boolean anonymous = paper.required("anonymous").asBoolean();
        return new BallotPaper(
                Method.ofWord(paper.required("method").asText())
                        .orElseThrow(() -> new IllegalArgumentException("no such method")),
                options,
                whole(paper, "seats"),
                whole(paper, "most"),
                Reasons.OPTIONAL,
                whole(paper, "blocksToStop"),
                anonymous ? Shown.AFTER_CLOSE : Shown.LIVE,
                anonymous);
    }

    private static CountSheet.Cast cast(JsonNode ballot) {
        List<Integer> marks = new ArrayList<>();
        ballot.required("marks").forEach(mark -> marks.add(mark.intValue()));
        Choice choice = Choice.ofWord(ballot.required("choice").asText())
                .orElseThrow(() -> new IllegalArgumentException("no such choice"));
        return new CountSheet.Cast(
                Optional.ofNullable(ballot.get("person")).map(JsonNode::asText).map(UUID::fromString),
                new Mark(choice, marks),
                ballot.required("receipt").asText(),
                places(ballot));
    }

    private static int whole(JsonNode node, String name) {
        return node.required(name).intValue();
    }

    private static UUID id(JsonNode node, String name) {
        return UUID.fromString(node.required(name).asText());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }
}
