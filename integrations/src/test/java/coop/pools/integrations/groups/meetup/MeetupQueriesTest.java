package coop.pools.integrations.groups.meetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks the queries along what is known of Meetup's schema of 2025-10-16; only what is used is listed. */
class MeetupQueriesTest {
    /** Type, then field, then the field's type; a scalar is "". */
    private static final Map<String, Map<String, String>> SCHEMA = Map.of(
            "Query", Map.of("self", "Member", "group", "Group"),
            "Member", Map.of("id", "", "name", "", "memberships", "MemberGroupConnection"),
            "MemberGroupConnection", Map.of("edges", "MemberGroupEdge", "pageInfo", "PageInfo", "totalCount", ""),
            "MemberGroupEdge", Map.of("cursor", "", "node", "Group", "metadata", "Membership"),
            "Group",
                    Map.of(
                            "id",
                            "",
                            "urlname",
                            "",
                            "name",
                            "",
                            "status",
                            "",
                            "link",
                            "",
                            "stats",
                            "GroupStats",
                            "memberships",
                            "GroupMemberConnection"),
            "GroupStats", Map.of("memberCounts", "GroupMemberCounts"),
            "GroupMemberCounts", Map.of("all", ""),
            "GroupMemberConnection", Map.of("edges", "GroupMemberEdge", "pageInfo", "PageInfo", "totalCount", ""),
            "GroupMemberEdge", Map.of("cursor", "", "node", "Member", "metadata", "Membership"),
            "Membership", Map.of("role", "", "status", "", "joinTime", ""));

    private static final Map<String, String> PAGE_INFO = Map.of("hasNextPage", "", "endCursor", "");
    /** Every argument text that may stand in a query, with the types of its variables. */
    private static final Set<String> ARGUMENTS = Set.of(
            "",
            "($after: String)",
            "($id: ID!, $after: String)",
            "(id: $id)",
            "(first: 50, after: $after, filter: {status: [LEADER], leaderSubset: PRIMARY})",
            "(first: 100, after: $after, filter: {status: [ACTIVE, LEADER]})");

    private static final Pattern TOKEN = Pattern.compile("(\\w+)\\s*(\\([^)]*\\))?\\s*(\\{)?|(})");

    @ParameterizedTest
    @ValueSource(strings = {MeetupQueries.SELF, MeetupQueries.GROUPS_LED, MeetupQueries.ROSTER})
    void queriesNameOnlyWhatExists(String query) {
        assertThat(query).startsWith("query ");
        Matcher tokens = TOKEN.matcher(query.substring("query ".length()));
        Deque<String> types = new ArrayDeque<>();
        int fields = 0;
        while (tokens.find()) {
            if (tokens.group(4) != null) {
                types.pop();
                continue;
            }
            assertThat(ARGUMENTS).contains(tokens.group(2) == null ? "" : tokens.group(2));
            String type = types.isEmpty() ? "Query" : typeOf(types.peek(), tokens.group(1));
            assertThat(type.isEmpty()).as(tokens.group(1)).isEqualTo(tokens.group(3) == null);
            if (tokens.group(3) != null) {
                types.push(type);
            }
            fields++;
        }
        assertThat(types).isEmpty();
        assertThat(fields).isGreaterThan(3);
    }

    private static String typeOf(String owner, String field) {
        Map<String, String> known = owner.equals("PageInfo") ? PAGE_INFO : SCHEMA.get(owner);
        assertThat(known).as(owner).containsKey(field);
        return known.get(field);
    }
}
