package coop.pools.integrations.groups.meetup;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static coop.pools.integrations.groups.meetup.MeetupFixture.TOKEN;
import static coop.pools.integrations.groups.meetup.MeetupFixture.groupsLed;
import static coop.pools.integrations.groups.meetup.MeetupFixture.last;
import static coop.pools.integrations.groups.meetup.MeetupFixture.led;
import static coop.pools.integrations.groups.meetup.MeetupFixture.more;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.SourceFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MeetupGroupsTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    private final MeetupFixture meetup = new MeetupFixture(SERVER);

    @Test
    void groupsThatIOrganiseAreListedByName() {
        meetup.answers(
                groupsLed(last(), led(2, "Walks", "PAID", "ORGANIZER"), led(1, "board games", "GRACE", "ORGANIZER")));

        assertThat(meetup.groups().groupsLedBy(TOKEN))
                .containsExactly(
                        new GroupRef("meetup", "1", "board games", 10, Optional.of("https://www.meetup.com/u1")),
                        new GroupRef("meetup", "2", "Walks", 20, Optional.of("https://www.meetup.com/u2")));
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/gql-ext"))
                        .withHeader("Authorization", equalTo("Bearer T-1"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(matchingJsonPath("$.query"))
                        .withRequestBody(matchingJsonPath("$.variables.after", absent())));
    }

    @Test
    void deadGroupsAndGroupsThatIOnlyHelpInAreNot() {
        meetup.answers(groupsLed(
                last(),
                led(1, "Frozen", "FROZEN", "ORGANIZER"),
                led(2, "Closed", "ORG_CLOSED", "ORGANIZER"),
                led(3, "Helped", "PAID", "COORGANIZER"),
                led(4, "Assisted", "PAID", "ASST_ORGANIZER"),
                led(5, "Events", "PAID", "EVENT_ORGANIZER"),
                "{\"node\":null,\"metadata\":{\"role\":\"ORGANIZER\",\"status\":\"LEADER\"}}",
                "{\"node\":{\"id\":\"7\",\"name\":\"No proof\",\"status\":\"PAID\"},\"metadata\":null}",
                led(8, "Mine", "PAID", "ORGANIZER")));

        assertThat(meetup.groups().groupsLedBy(TOKEN))
                .extracting(GroupRef::name)
                .containsExactly("Mine");
    }

    @Test
    void allPagesAreRead() {
        meetup.answers(groupsLed(more("p1"), led(1, "A", "PAID", "ORGANIZER")));
        meetup.answersAfter(
                "p1", groupsLed(more("p2"), led(2, "B", "PAID", "ORGANIZER"), led(1, "A", "PAID", "ORGANIZER")));
        meetup.answersAfter("p2", groupsLed(more("p2"), led(3, "C", "PAID", "ORGANIZER")));

        assertThat(meetup.groups().groupsLedBy(TOKEN))
                .extracting(GroupRef::name)
                .containsExactly("A", "B", "C");
        SERVER.verify(3, postRequestedFor(urlEqualTo("/gql-ext")));
    }

    @Test
    void idOfSomebodyElsesGroupIsEmpty() {
        meetup.answers(groupsLed(last(), led(1, "Mine", "PAID", "ORGANIZER"), led(2, "Helped", "PAID", "COORGANIZER")));

        assertThat(meetup.groups().groupLedBy(TOKEN, "1")).map(GroupRef::name).contains("Mine");
        assertThat(meetup.groups().groupLedBy(TOKEN, "2")).isEmpty();
        assertThat(meetup.groups().groupLedBy(TOKEN, "999")).isEmpty();
    }

    @Test
    void linksAreWebAddressesAndNamesOneLine() {
        meetup.answers(groupsLed(
                last(),
                led(1, "  Two\\nlines ", "PAID", "ORGANIZER")
                        .replace("https://www.meetup.com/u1", "javascript:alert(1)")));

        assertThat(meetup.groups().groupsLedBy(TOKEN))
                .containsExactly(new GroupRef("meetup", "1", "Two lines", 10, Optional.empty()));
    }

    @Test
    void nobodyBehindTheTokenIsARefusedToken() {
        meetup.answers("{\"data\":{\"self\":null}}");

        SourceFailure failure =
                catchThrowableOfType(SourceFailure.class, () -> meetup.groups().groupsLedBy(TOKEN));
        assertThat(failure.kind()).isEqualTo(SourceFailure.Kind.TOKEN_REFUSED);
    }
}
