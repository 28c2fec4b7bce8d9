package coop.pools.integrations.groups.meetup;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.RosterPage;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import coop.pools.integrations.groups.SourceToken;
import coop.pools.integrations.groups.meetup.MeetupGraphQl.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups on Meetup. "Leads" means: is the primary organiser. Founding a Pool speaks for the whole group, and on
 * Meetup the primary organiser is the one person who owns it; co-organisers and event organisers are not enough. The
 * group must be alive, that is paid for or in its days of grace.
 *
 * <p>The roster of a group is asked for by its id, which stays when the group changes its web name. Between two pages
 * people may join, leave or move, so the same person can come twice: callers go by {@link GroupMember#subject()}.
 */
final class MeetupGroupSource implements GroupSource {
    private static final int MAX_GROUPS = 500;
    private static final int MAX_GROUP_PAGES = 20;

    private final MeetupGraphQl api;

    MeetupGroupSource(MeetupGraphQl api) {
        this.api = api;
    }

    @Override
    public String name() {
        return Meetup.NAME;
    }

    @Override
    public List<GroupRef> groupsLedBy(SourceToken token) {
        Map<String, GroupRef> found = new LinkedHashMap<>();
        Set<String> cursors = new HashSet<>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MAX_GROUP_PAGES && found.size() < MAX_GROUPS; page++) {
            Reply reply = api.ask(token, MeetupQueries.GROUPS_LED, variables(Map.of(), after));
            JsonNode memberships = connection(owner(reply, "self", Kind.TOKEN_REFUSED));
            MeetupReading reading = new MeetupReading(reply.partial());
            memberships
                    .path("edges")
                    .forEach(edge -> reading.groupLed(edge).ifPresent(group -> found.putIfAbsent(group.id(), group)));
            after = endCursor(memberships).filter(cursors::add);
            if (after.isEmpty() || memberships.path("edges").isEmpty()) {
                break;
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(GroupRef::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(GroupRef::id))
                .limit(MAX_GROUPS)
                .toList();
    }

    /** By the same question as the list, so that an id somebody makes up proves nothing. */
    @Override
    public Optional<GroupRef> groupLedBy(SourceToken token, String groupId) {
        return groupsLedBy(token).stream()
                .filter(group -> group.id().equals(groupId))
                .findFirst();
    }

    /**
     * At most a hundred members. Refused with {@code REFUSED} when the group does not exist or the person may not
     * see it: never an empty page, which would read as a group that everybody has left.
     */
    @Override
    public RosterPage roster(SourceToken token, String groupId, Optional<String> cursor) {
        RosterCursor here = cursor.map(RosterCursor::parse).orElseGet(RosterCursor::start);
        Reply reply = api.ask(
                token, MeetupQueries.ROSTER, variables(Map.of("id", groupId), cursor.map(given -> here.after())));
        JsonNode memberships = connection(owner(reply, "group", Kind.REFUSED));
        JsonNode edges = memberships.path("edges");
        MeetupReading reading = new MeetupReading(reply.partial());
        Map<String, GroupMember> members = new LinkedHashMap<>();
        edges.forEach(edge -> reading.member(edge)
                .ifPresent(member -> members.putIfAbsent(member.subject().orElseThrow(), member)));
        Optional<Integer> total = total(memberships);
        Optional<String> next = nextCursor(memberships, here.edges() + edges.size(), total)
                .flatMap(end -> here.next(end, edges.size(), total))
                .map(RosterCursor::text);
        return new RosterPage(new ArrayList<>(members.values()), total, next);
    }

    /** The end of this page, if anything may come after it. */
    private static Optional<String> nextCursor(JsonNode memberships, int read, Optional<Integer> total) {
        JsonNode edges = memberships.path("edges");
        if (edges.isEmpty()) {
            return Optional.empty();
        }
        if (memberships.path("pageInfo").isObject()) {
            return endCursor(memberships);
        }
        // pageInfo may be null by the schema. A full page then goes on behind its last entry, so that nobody is lost.
        boolean all = edges.size() < MeetupQueries.ROSTER_PAGE
                || total.filter(count -> read >= count).isPresent();
        return all ? Optional.empty() : cursorText(edges.get(edges.size() - 1).path("cursor"));
    }

    private static Optional<String> endCursor(JsonNode connection) {
        JsonNode page = connection.path("pageInfo");
        return page.path("hasNextPage").asBoolean(false) ? cursorText(page.path("endCursor")) : Optional.empty();
    }

    private static Optional<String> cursorText(JsonNode cursor) {
        return cursor.isTextual() && !cursor.asText().isEmpty() ? Optional.of(cursor.asText()) : Optional.empty();
    }

    private static Optional<Integer> total(JsonNode connection) {
        JsonNode total = connection.path("totalCount");
        return total.canConvertToInt() && total.asInt() >= 0 ? Optional.of(total.asInt()) : Optional.empty();
    }

    /** {@code whenHidden} is what null means when Meetup names no error. */
    private static JsonNode owner(Reply reply, String field, Kind whenHidden) {
        JsonNode owner = reply.data().path(field);
        if (!owner.isObject()) {
            throw reply.partial()
                    ? reply.errors().refusal()
                    : new SourceFailure(whenHidden, "Meetup shows no " + field);
        }
        return owner;
    }

    private static JsonNode connection(JsonNode owner) {
        JsonNode memberships = owner.path("memberships");
        if (!memberships.path("edges").isArray()) {
            throw new SourceFailure(Kind.UNAVAILABLE, "Meetup answered only in part");
        }
        return memberships;
    }

    private static Map<String, Object> variables(Map<String, String> fixed, Optional<String> after) {
        Map<String, Object> variables = new LinkedHashMap<>(fixed);
        after.ifPresent(cursor -> variables.put("after", cursor));
        return variables;
    }
}
