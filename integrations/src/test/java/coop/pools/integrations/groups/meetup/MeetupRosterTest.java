package coop.pools.integrations.groups.meetup;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static coop.pools.integrations.groups.meetup.MeetupFixture.TOKEN;
import static coop.pools.integrations.groups.meetup.MeetupFixture.last;
import static coop.pools.integrations.groups.meetup.MeetupFixture.member;
import static coop.pools.integrations.groups.meetup.MeetupFixture.more;
import static coop.pools.integrations.groups.meetup.MeetupFixture.page;
import static coop.pools.integrations.groups.meetup.MeetupFixture.roster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.GroupMember.Role;
import coop.pools.integrations.groups.RosterPage;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MeetupRosterTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    private final MeetupFixture meetup = new MeetupFixture(SERVER);

    @Test
    void memberIsReadWithRoleAndDayOfJoining() {
        meetup.answers(roster(List.of(member(7, "\"Ana\"", "ORGANIZER", "LEADER")), last(), 1));

        RosterPage page = first();

        assertThat(page)
                .isEqualTo(new RosterPage(
                        List.of(new GroupMember(
                                Optional.of("7"),
                                "Ana",
                                Role.ORGANISER,
                                Optional.empty(),
                                Optional.of(Instant.parse("2019-08-16T08:45:21Z")))),
                        Optional.of(1),
                        Optional.empty()));
        SERVER.verify(postRequestedFor(urlEqualTo("/gql-ext"))
                .withRequestBody(matchingJsonPath("$.variables.id", equalTo("g1"))));
    }

    @Test
    void onlyActiveMembersAndLeadersAreRead() {
        List<String> edges = new ArrayList<>();
        int id = 0;
        for (String status : List.of(
                "PENDING",
                "PENDING_PAYMENT",
                "BLOCKED",
                "BOOTED",
                "BOUNCED",
                "DEAD",
                "ABANDONED",
                "GROUP_BLOCKED",
                "GROUP_BLOCKED_ORG",
                "INCOMPLETE",
                "REMOVED",
                "UNAPPROVED",
                "ACTIVE",
                "LEADER")) {
            edges.add(member(id++, "\"" + status + "\"", "MEMBER", status));
        }
        meetup.answers(roster(edges, last(), 14));

        assertThat(first().members()).extracting(GroupMember::name).containsExactly("ACTIVE", "LEADER");
    }

    @Test
    void everyRoleIsKnown() {
        meetup.answers(roster(
                List.of(
                        member(1, "\"A\"", "ORGANIZER", "LEADER"),
                        member(2, "\"B\"", "COORGANIZER", "LEADER"),
                        member(3, "\"C\"", "ASST_ORGANIZER", "LEADER"),
                        member(4, "\"D\"", "EVENT_ORGANIZER", "LEADER"),
                        member(5, "\"E\"", "MEMBER", "ACTIVE"),
                        member(6, "\"F\"", null, "ACTIVE"),
                        member(7, "\"G\"", "NEW_ROLE", "ACTIVE")),
                last(),
                7));

        assertThat(first().members())
                .extracting(GroupMember::role)
                .containsExactly(
                        Role.ORGANISER,
                        Role.CO_ORGANISER,
                        Role.CO_ORGANISER,
                        Role.CO_ORGANISER,
                        Role.MEMBER,
                        Role.MEMBER,
                        Role.MEMBER);
    }

    @Test
    void nullsAreMinded() {
        meetup.answers(roster(
                List.of(
                        "{\"cursor\":\"a\",\"node\":null,\"metadata\":{\"role\":\"MEMBER\",\"status\":\"ACTIVE\"}}",
                        "{\"cursor\":\"b\",\"node\":{\"id\":\"2\",\"name\":\"No standing\"},\"metadata\":null}",
                        member(3, "null", "MEMBER", "ACTIVE"),
                        member(4, "\" \"", "MEMBER", "ACTIVE").replace("2019-08-16T09:45:21+01:00", "yesterday"),
                        member(5, "\"E\"", "MEMBER", "ACTIVE").replace("\"2019-08-16T09:45:21+01:00\"", "null")),
                "null",
                null));

        RosterPage page = first();
        assertThat(page.members()).extracting(GroupMember::name).containsExactly("Member 3", "Member 4", "E");
        assertThat(page.members())
                .extracting(GroupMember::joinedAt)
                .containsOnlyOnce(Optional.of(Instant.parse("2019-08-16T08:45:21Z")));
        assertThat(page.total()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @Test
    void pagesFollowEachOtherAndTheirEndIsAnEmptyOne() {
        meetup.answers(page(1, 100, more("p1"), 150));
        meetup.answersAfter("p1", page(101, 150, more("p2"), 150));
        meetup.answersAfter("p2", page(1, 0, more("p3"), 150));

        List<RosterPage> pages = all();
        assertThat(pages).hasSize(3);
        assertThat(subjects(pages)).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void lastPageThatComesAgainAndAgainIsNoticed() {
        meetup.answers(page(1, 100, more("p1"), 150));
        meetup.answersAfter("p1", page(101, 150, more("p1"), 150));

        assertThat(all()).hasSize(2);
    }

    @Test
    void circleOfPagesIsNoticed() {
        meetup.answers(page(1, 100, more("p1"), null));
        meetup.answersAfter("p1", page(101, 200, more("p2"), null));
        meetup.answersAfter("p2", page(201, 300, more("p3"), null));
        meetup.answersAfter("p3", page(301, 400, more("p1"), null));

        List<RosterPage> pages = all();
        assertThat(pages).hasSizeLessThan(12);
        assertThat(subjects(pages).stream().distinct()).hasSize(400);
    }

    @Test
    void lastPageUnderEverNewCursorsIsNoticed() {
        Optional<RosterCursor> cursor = Optional.of(RosterCursor.start());
        int pages = 0;
        while (cursor.isPresent()) {
            cursor = cursor.get().next("new-" + pages, 50, Optional.of(150));
            pages++;
        }
        assertThat(pages).isEqualTo(11);
    }

    @Test
    void rosterWithoutEndAndWithoutTotalIsRefusedInTheEnd() {
        SourceFailure failure = catchThrowableOfType(SourceFailure.class, () -> {
            RosterCursor cursor = RosterCursor.start();
            for (int i = 0; i < 5_000; i++) {
                cursor = cursor.next("new-" + i, 50, Optional.empty()).orElseThrow();
            }
        });
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void nullEndCursorEndsTheRoster() {
        meetup.answers(page(1, 100, "{\"hasNextPage\":true,\"endCursor\":null}", 150));

        assertThat(all()).hasSize(1);
    }

    @Test
    void fullPageWithoutPageInfoGoesOnBehindItsLastEntry() {
        meetup.answers(page(1, 100, "null", 150));
        meetup.answersAfter("c100", page(101, 150, "null", 150));

        assertThat(subjects(all())).hasSize(150);
    }

    @Test
    void membersThatComeTwiceOnAPageAreOne() {
        meetup.answers(roster(
                List.of(
                        member(1, "\"A\"", "MEMBER", "ACTIVE"),
                        member(2, "\"B\"", "MEMBER", "ACTIVE"),
                        member(1, "\"A\"", "MEMBER", "ACTIVE")),
                last(),
                2));

        assertThat(first().members()).hasSize(2);
    }

    @Test
    void membersWhoMoveBetweenPagesKeepTheirSubject() {
        meetup.answers(page(1, 100, more("p1"), 150));
        meetup.answersAfter("p1", page(90, 150, last(), 150));

        assertThat(subjects(all()).stream().distinct()).hasSize(150);
    }

    @Test
    void groupThatIsNotShownIsNeverAnEmptyGroup() {
        meetup.answers("{\"data\":{\"group\":null}}");

        assertThat(catchThrowableOfType(SourceFailure.class, this::first).kind())
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void cursorsOfSomebodyElsesMakingAreRefused() {
        SourceFailure failure = catchThrowableOfType(
                SourceFailure.class, () -> meetup.groups().roster(TOKEN, "g1", Optional.of("100")));
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    }

    private RosterPage first() {
        return meetup.groups().roster(TOKEN, "g1", Optional.empty());
    }

    private List<RosterPage> all() {
        List<RosterPage> pages = new ArrayList<>(List.of(first()));
        while (pages.get(pages.size() - 1).next().isPresent() && pages.size() < 100) {
            pages.add(meetup.groups()
                    .roster(TOKEN, "g1", pages.get(pages.size() - 1).next()));
        }
        return pages;
    }

    private static List<String> subjects(List<RosterPage> pages) {
        return pages.stream()
                .flatMap(page -> page.members().stream())
                .map(member -> member.subject().orElseThrow())
                .toList();
    }
}
