package coop.pools.integrations.groups.meetup;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.GroupMember.Role;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.PlainText;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * Turns edges of Meetup's answers into values. An edge that does not prove what is needed - who, and in what
 * standing - is left out; in a partial answer it is a failure, because there a null may stand for something that was
 * only not read.
 */
final class MeetupReading {
    private static final Set<String> ALIVE = Set.of("PAID", "GRACE");
    private static final Set<String> IN_THE_GROUP = Set.of("ACTIVE", "LEADER");

    private final boolean partial;

    MeetupReading(boolean partial) {
        this.partial = partial;
    }

    /** A group that is alive and whose primary organiser the person is. */
    Optional<GroupRef> groupLed(JsonNode edge) {
        JsonNode group = needed(edge, "node");
        JsonNode own = needed(edge, "metadata");
        boolean leads = "ORGANIZER".equals(own.path("role").asText())
                && "LEADER".equals(own.path("status").asText());
        if (!leads || !ALIVE.contains(group.path("status").asText()) || !group.hasNonNull("id")) {
            return Optional.empty();
        }
        String id = group.path("id").asText();
        int members = group.path("stats").path("memberCounts").path("all").asInt(0);
        String name = PlainText.oneLineOr(text(group, "name"), "Group " + id);
        return Optional.of(new GroupRef(Meetup.NAME, id, name, Math.max(0, members), webAddress(group)));
    }

    /** A member who is in the group now: not pending, not removed. */
    Optional<GroupMember> member(JsonNode edge) {
        JsonNode person = needed(edge, "node");
        JsonNode membership = needed(edge, "metadata");
        if (!person.hasNonNull("id")
                || !IN_THE_GROUP.contains(membership.path("status").asText())) {
            return Optional.empty();
        }
        String id = person.path("id").asText();
        return Optional.of(new GroupMember(
                Optional.of(id), name(person, id), role(membership), Optional.empty(), joinedAt(membership)));
    }

    /** Their name, or "Member 123". */
    static String name(JsonNode person, String id) {
        return PlainText.oneLineOr(text(person, "name"), "Member " + id);
    }

    /** An event organiser counts as co-organiser, as they do on Meetup's leadership team. */
    private static Role role(JsonNode membership) {
        return switch (membership.path("role").asText()) {
            case "ORGANIZER" -> Role.ORGANISER;
            case "COORGANIZER", "ASST_ORGANIZER", "EVENT_ORGANIZER" -> Role.CO_ORGANISER;
            default -> Role.MEMBER;
        };
    }

    private static Optional<Instant> joinedAt(JsonNode membership) {
        try {
            return Optional.of(ZonedDateTime.parse(text(membership, "joinTime"))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> webAddress(JsonNode group) {
        return Optional.of(text(group, "link")).filter(link -> link.matches("https?://[^\\s\"'<>]{1,500}"));
    }

    private JsonNode needed(JsonNode edge, String field) {
        if (partial && !edge.path(field).isObject()) {
            throw new SourceFailure(Kind.UNAVAILABLE, "Meetup answered only in part");
        }
        return edge.path(field);
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : "";
    }
}
