package coop.pools.governance.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.pools.governance.domain.PoolsCount;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How Pools stood, as the database keeps it. */
final class PoolsCountJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PoolsCountJson() {}

    static String write(PoolsCount count) {
        ObjectNode node = JSON.createObjectNode().put("needed", count.needed());
        ArrayNode lines = node.putArray("lines");
        count.lines()
                .forEach(line -> lines.addObject()
                        .put("member", line.member().toString())
                        .put("agree", line.agree())
                        .put("disagree", line.disagree()));
        return node.toString();
    }

    static PoolsCount read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            List<PoolsCount.Line> lines = new ArrayList<>();
            node.required("lines")
                    .forEach(line -> lines.add(new PoolsCount.Line(
                            UUID.fromString(line.required("member").asText()),
                            line.required("agree").asLong(),
                            line.required("disagree").asLong())));
            return new PoolsCount(lines, node.required("needed").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a count of Pools cannot be read", e);
        }
    }
}
