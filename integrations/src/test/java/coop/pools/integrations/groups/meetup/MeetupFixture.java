package coop.pools.integrations.groups.meetup;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import coop.pools.integrations.groups.BoundedHttp;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.Pause;
import coop.pools.integrations.groups.SourceToken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Meetup that answers what a test wants, and the adapter that asks it. */
final class MeetupFixture {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final SourceToken TOKEN = new SourceToken("T-1", Optional.empty(), NOW.plusSeconds(3600));

    private final WireMockExtension server;

    MeetupFixture(WireMockExtension server) {
        this.server = server;
    }

    Meetup meetup(Pause pause) {
        URI base = URI.create(server.baseUrl());
        return new Meetup(
                new MeetupSettings("client-1", "s3cret", base, base.resolve("/gql-ext")),
                new BoundedHttp(Duration.ofSeconds(1), Duration.ofMillis(1_500)),
                pause,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    GroupSource groups() {
        return meetup(length -> {}).groups();
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post("/gql-ext").willReturn(answer));
    }

    void answers(String json) {
        answers(okJson(json));
    }

    /** Only where the variable {@code after} is this. */
    void answersAfter(String cursor, String json) {
        server.stubFor(post("/gql-ext")
                .withRequestBody(matchingJsonPath("$.variables.after", containing(cursor)))
                .willReturn(okJson(json)));
    }

    /** A page of plain members with ids {@code from} to {@code to}. */
    static String page(int from, int to, String pageInfo, Integer total) {
        return roster(
                IntStream.rangeClosed(from, to)
                        .mapToObj(id -> member(id, "\"Person " + id + "\"", "MEMBER", "ACTIVE"))
                        .toList(),
                pageInfo,
                total);
    }

    static String roster(List<String> edges, String pageInfo, Integer total) {
        return "{\"data\":{\"group\":{\"memberships\":{\"totalCount\":" + total + ",\"pageInfo\":" + pageInfo
                + ",\"edges\":[" + String.join(",", edges) + "]}}}}";
    }

    static String member(int id, String name, String role, String status) {
        return "{\"cursor\":\"c" + id + "\",\"node\":{\"id\":\"" + id + "\",\"name\":" + name
                + "},\"metadata\":{\"role\":" + (role == null ? "null" : "\"" + role + "\"") + ",\"status\":\"" + status
                + "\",\"joinTime\":\"2019-08-16T09:45:21+01:00\"}}";
    }

    static String more(String endCursor) {
        return "{\"hasNextPage\":true,\"endCursor\":\"" + endCursor + "\"}";
    }

    static String last() {
        return "{\"hasNextPage\":false,\"endCursor\":\"end\"}";
    }

    static String groupsLed(String pageInfo, String... edges) {
        return "{\"data\":{\"self\":{\"memberships\":{\"pageInfo\":" + pageInfo + ",\"edges\":["
                + List.of(edges).stream().collect(Collectors.joining(",")) + "]}}}}";
    }

    static String led(int id, String name, String status, String role) {
        return "{\"node\":{\"id\":\"" + id + "\",\"urlname\":\"u" + id + "\",\"name\":\"" + name + "\",\"status\":\""
                + status + "\",\"link\":\"https://www.meetup.com/u" + id
                + "\",\"stats\":{\"memberCounts\":{\"all\":" + (id * 10) + "}}},\"metadata\":{\"role\":\"" + role
                + "\",\"status\":\"LEADER\"}}";
    }
}
