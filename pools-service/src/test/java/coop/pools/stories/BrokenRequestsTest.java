package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import coop.pools.testing.UploadForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no well-behaved client sends, byte by byte, against the whole running product. */
class BrokenRequestsTest {
    private static TestDatabase db;
    private static RunningPools pools;

    @BeforeAll
    static void start() {
        db = TestDatabases.h2();
        pools = RunningPools.on(db);
    }

    @AfterAll
    static void stop() {
        pools.close();
        db.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: a/b/c", "Accept: text/html;q=2", "Accept: application/json;q="})
    void anUnreadableAcceptIsRefused(String header) {
        assertThat(send("GET / HTTP/1.1", header, "")).startsWith("HTTP/1.1 400");
        assertThat(send("GET /api/v1/pools HTTP/1.1", header, "")).contains("problem+json", "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept-Language: -", "Accept-Language: de;q=2", "Accept-Language: ,,,"})
    void noLanguageBreaksAPage(String header) {
        assertThat(send("GET / HTTP/1.1", header, "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip\r\nContent-Type: application/json",
                "Content-Type: */*",
                "Content-Type: application/json; charset=nope",
                "Content-Type: multipart/form-data; boundary="
            })
    void anUnreadableBodyIsRefused(String headers) {
        for (String path : new String[] {"/sandbox/sign-in", "/sandbox/oauth2/access", "/api/v1/contributions"}) {
            assertThat(send("POST " + path + " HTTP/1.1", headers, "{\"person\":\"ana\"}"))
                    .startsWith("HTTP/1.1 400")
                    .contains("problem+json", "MALFORMED_REQUEST");
        }
    }

    @Test
    void aFormOfNoKindIsAnEmptyForm() {
        String token = asAna().strip();
        for (String path : new String[] {"/sandbox/clock/advance", "/sandbox/oauth2/access", "/me/tokens", "/floods"}) {
            assertThat(send("POST " + path + " HTTP/1.1", token, "")).startsWith("HTTP/1.1 4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/9.9", "GET //api/v1/pools HTTP/1.1", "GET /api%2fv1 HTTP/1.1"})
    void whatNeverReachesTheApplicationIsAProblemToo(String line) {
        assertThat(send(line, "X-Nothing: 1", ""))
                .startsWith("HTTP/1.1 400")
                .contains("problem+json")
                .doesNotContain("jetty", "Exception");
    }

    @Test
    void anEndlessAddressWithAKeyIsNotFound() {
        pools.as("ana")
                .post("/api/v1/pools/" + "x".repeat(400) + "/members", "{}", "a-key")
                .refused(404, "NOT_FOUND");
    }

    @Test
    void aTokenForLessThanEverythingNeitherMakesNorEndsTokens() {
        Api ana = pools.as("ana");
        var made = ana.post("/api/v1/me/tokens", "{\"name\":\"calendar\",\"scopes\":[\"read\"]}")
                .ok();
        Api calendar = new Api(pools.address(), made.text("token"));
        calendar.post("/api/v1/me/tokens", "{\"name\":\"another\",\"scopes\":[\"read\"]}")
                .refused(403, "SCOPE_MISSING");
        calendar.delete("/api/v1/me/tokens/" + made.text("id")).refused(403, "SCOPE_MISSING");
        calendar.get("/api/v1/me").ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/pools/nothing/expenses", "/pools/nothing/expenses", "/me/groups/csv", "/nowhere"})
    void whoSendsTooMuchIsToldSoWhenDone(String path) {
        String body = "x".repeat(22 * 1024 * 1024);
        for (String headers : new String[] {"Content-Type: multipart/form-data; boundary=b", "X-Nothing: 1"}) {
            assertThat(send("POST " + path + " HTTP/1.1", headers, body))
                    .as(path)
                    .matches("(?s)HTTP/1.1 4(04|13|15) .*");
        }
    }

    /** Small on the wire, but what reads forms would make a thousand bytes of each part, or of each line before one. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/pools/nothing/expenses", "/api/v1/groups/csv"})
    void aFormOfEndlessPartsOrLinesIsRefusedWhileItIsRead(String path) {
        String type = asAna() + "Content-Type: multipart/form-data; boundary=b";
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        for (String body : new String[] {part.repeat(100_000), "--b\r\n" + "a:\r\n".repeat(200_000), "x" + part}) {
            assertThat(send("POST " + path + " HTTP/1.1", type, body))
                    .as(path)
                    .matches(
                            "(?s)HTTP/1.1 400 .*(more than 600 parts|too much before the parts|begin with its boundary).*");
        }
    }

    /** What is large lies in files while it is read: those of a request go with it, whatever becomes of it. */
    @Test
    void noUploadLeavesAFileBehind() throws IOException, InterruptedException {
        String marker = UUID.randomUUID().toString();
        byte[] file = (marker + "\n").repeat(3_000).getBytes(StandardCharsets.UTF_8);
        String head = "--b\r\nContent-Disposition: form-data; name=\"receipt\"; filename=\"x\"\r\n";
        String large = head + "\r\n" + new String(file, StandardCharsets.UTF_8) + "\r\n";
        String odd = head + "Content-Type: nothing at all\r\n\r\n" + new String(file, StandardCharsets.UTF_8) + "\r\n";
        String small = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        String tooMuch = head + "\r\n" + (marker + "\n").repeat(22 * 1024 * 1024 / 37);
        for (String path :
                new String[] {"/api/v1/pools/nothing/expenses", "/pools/nothing/expenses", "/me/groups/csv"}) {
            String type = asAna() + "Content-Type: multipart/form-data; boundary=b";
            for (String body :
                    new String[] {large + small.repeat(700), odd + "--b--\r\n", large, large + "--b--\r\n"}) {
                assertThat(send("POST " + path + " HTTP/1.1", type, body)).startsWith("HTTP/1.1 4");
            }
            String chunk = Integer.toHexString(tooMuch.length()) + "\r\n" + tooMuch + "\r\n0\r\n\r\n";
            assertThat(send("POST " + path + " HTTP/1.1", type + "\r\nTransfer-Encoding: chunked", chunk))
                    .startsWith("HTTP/1.1 4");
            pools.guest().post(path, new UploadForm().file("receipt", "x", file));
            pools.as("ana").post(path, new UploadForm().file("receipt", "x", file));
        }
        for (int i = 0; i < 50 && !left(marker).isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(left(marker)).isEmpty();
    }

    private static List<String> left(String marker) throws IOException {
        List<String> left = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "MIME*.tmp")) {
            for (Path found : files) {
                if (Files.isReadable(found)
                        && Files.readString(found, StandardCharsets.ISO_8859_1).contains(marker)) {
                    left.add(found.toString());
                }
            }
        } catch (NoSuchFileException gone) {
            return left(marker);
        }
        return left;
    }

    @Test
    void whoAsksBeforeSendingTooMuchNeedNotSend() {
        String answer = send("POST /me/groups/csv HTTP/1.1", "Expect: 100-continue\r\nContent-Length: 90000000", "");
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void aMomentBeyondAllTimeIsRefused() {
        Api ben = pools.as("ben");
        String pool = ben.post("/api/v1/pools", "{\"source\":\"sandbox\",\"groupId\":\"corner-garden\"}")
                .ok()
                .text("slug");
        for (String never : new String[] {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"}) {
            String wish = "{\"title\":\"Some day\",\"draft\":true,\"opensAt\":\"" + never
                    + "\",\"action\":{\"type\":\"statement\"}}";
            ben.post("/api/v1/pools/" + pool + "/proposals", wish).refused(422, "INVALID_FIELD");
        }
    }

    /** Plain ballots do not come through the framework; a key, or another wish for an answer, takes them there. */
    @Test
    void ballotsAreAnsweredAlikeOnBothTheirWays() {
        Api ana = pools.as("ana");
        String pool = ana.post(
                        "/api/v1/pools",
                        "{\"source\":\"sandbox\",\"groupId\":\"riverside-runners\",\"currency\":\"EUR\"}")
                .ok()
                .text("slug");
        String proposal = ana.post(
                        "/api/v1/pools/" + pool + "/proposals",
                        "{\"title\":\"Shall we?\",\"action\":{\"type\":\"statement\"}}")
                .ok()
                .text("id");
        String agree = "{\"choice\":\"agree\"}";
        assertAlike(proposal, ana.token(), agree, 409);
        pools.advance("PT49H");
        assertAlike(proposal, pools.as("ben").token(), agree, 403);
        assertAlike(proposal, "nobody-has-this-token-or-ever-will-have-it", agree, 401);
        assertAlike("00000000-0000-0000-0000-000000000000", ana.token(), agree, 404);
        for (String body :
                new String[] {"{\"choice\":\"maybe\"}", "{\"choice\":1}", "{\"weight\":2}", "{}", "null", "["}) {
            assertAlike(proposal, ana.token(), body, body.equals("[") || body.equals("null") ? -1 : 422);
        }
        assertAlike(proposal, ana.token(), "{\"choice\":\"agree\",\"reason\":\"" + "x".repeat(2_001) + "\"}", 422);
        assertAlike(proposal, ana.token(), "{\"choice\":\"agree\",\"reason\":\"" + "x".repeat(20_000) + "\"}", 422);
        assertAlike(proposal, ana.token(), agree, 200);
        pools.advance("PT200H");
        assertAlike(proposal, ana.token(), "{\"choice\":\"disagree\"}", 409);
    }

    /** @param status none below zero: only that both are the same */
    private static void assertAlike(String proposal, String token, String body, int status) {
        String line = "PUT /api/v1/proposals/" + proposal + "/ballot HTTP/1.1";
        String headers = "Content-Type: application/json\r\nAuthorization: Bearer " + token;
        String plain = send(line, headers, body);
        String longer = send(line, headers + "\r\nAccept: application/json, text/plain;q=0.1", body);
        assertThat(told(plain)).as(body).isEqualTo(told(longer));
        assertThat(plain).startsWith("HTTP/1.1 " + (status < 0 ? 4 : status));
    }

    /** The first line, what kind of answer it is, and what it says. */
    private static String told(String answer) {
        String type = answer.replaceFirst("(?is).*?\r\ncontent-type: ([^\r]*)\r.*", "$1");
        return answer.substring(0, answer.indexOf('\r')) + "\n" + type + answer.substring(answer.indexOf("\r\n\r\n"));
    }

    @Test
    void guestsWhoChooseTheSameKeyDoNotMeet() {
        String slug = pools.as("ana")
                .post("/api/v1/pools", "{\"source\":\"sandbox\",\"groupId\":\"board-games\",\"currency\":\"EUR\"}")
                .ok()
                .text("slug");
        String body = "{\"amount\":{\"amountMinor\":700,\"currency\":\"EUR\"}}";
        String first = contribute(slug, "one/1", body);
        assertThat(contribute(slug, "one/1", body)).isEqualTo(first);
        assertThat(contribute(slug, "two/2", body)).isNotEqualTo(first);
    }

    private static final String LIES = "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\n"
            + "X-Forwarded-Port: 6666\r\nX-Forwarded-Prefix: /evil.example\r\nX-Forwarded-Server: evil.example\r\n"
            + "X-Original-Host: evil.example\r\nX-Host: evil.example\r\nX-Original-URL: //evil.example/\r\n"
            + "X-Rewrite-URL: //evil.example/\r\nForwarded: host=evil.example;proto=gopher\r\n";

    @Test
    void noAnswerLeadsToTheHostThatARequestClaims() {
        Api chi = pools.as("chi");
        String pool = chi.post("/api/v1/pools", "{\"source\":\"sandbox\",\"groupId\":\"sunday-kitchen\"}")
                .ok()
                .text("slug");
        String wish = "{\"title\":\"Shall we?\",\"action\":{\"type\":\"statement\"}}";
        String proposal =
                chi.post("/api/v1/pools/" + pool + "/proposals", wish).ok().text("id");
        String gift = "{\"amount\":{\"amountMinor\":700,\"currency\":\"EUR\"}}";
        List<String> answers = new ArrayList<>();
        for (String path : List.of(
                "/?said=x",
                "/me",
                "/groups",
                "/commons",
                "/nowhere",
                "/sign-in/x",
                "/pools/" + pool,
                "/pools/" + pool + "/join",
                "/pools/" + pool + "/calendar.ics",
                "/pools/" + pool + "/bylaws",
                "/proposals/" + proposal,
                "/proposals/" + proposal + "/edit",
                "/proposals/" + proposal + "/count",
                "/static",
                "/api/openapi.json",
                "/.well-known/pools-heads.json")) {
            answers.add(lied(chi, "GET " + path, ""));
        }
        answers.add(lied(chi, "GET /sign-in?returnTo=https://evil.example/", ""));
        answers.add(lied(chi, "POST /api/v1/pools/" + pool + "/proposals", wish));
        answers.add(lied(chi, "POST /api/v1/pools/" + pool + "/contributions", gift));
        answers.add(lied(chi, "POST /api/v1/pools/" + pool + "/invitations", "{}"));
        answers.add(lied(chi, "POST /api/v1/me/calendar", "{}"));
        assertThat(answers)
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 303") && answer.contains("Location: /pools/"))
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 201") && answer.contains("Location: /api/v1/"));
        assertThat(answers.stream().map(BrokenRequestsTest::headers))
                .noneMatch(answer -> answer.contains("gopher") || answer.contains("Location: http://evil"));
        assertThat(answers).noneMatch(answer -> answer.matches("(?s).*(//|=|@)evil[.]example.*"));
    }

    private static String headers(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"));
    }

    private static String lied(Api api, String what, String body) {
        String type = what.startsWith("GET") ? "" : "\r\nContent-Type: application/json";
        String headers = LIES + "Authorization: Bearer " + api.token() + type;
        return send(what + " HTTP/1.1", "evil.example", headers, body);
    }

    private static String contribute(String slug, String program, String body) {
        String headers = "Content-Type: application/json\r\nIdempotency-Key: 1\r\nUser-Agent: " + program;
        String answer = send("POST /api/v1/pools/" + slug + "/contributions HTTP/1.1", headers, body);
        assertThat(answer).startsWith("HTTP/1.1 201");
        return answer.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    /** A header, with the end of its line. */
    private static String asAna() {
        return "Authorization: Bearer " + pools.as("ana").token() + "\r\n";
    }

    private static String send(String line, String headers, String body) {
        return send(line, "localhost", headers, body);
    }

    private static String send(String line, String host, String headers, String body) {
        try (Socket socket = new Socket("localhost", pools.address().getPort())) {
            socket.setSoTimeout(20_000);
            String length = headers.contains("Content-Length") || headers.contains("Transfer-Encoding")
                    ? ""
                    : "Content-Length: " + body.length() + "\r\n";
            String request = line + "\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n" + length
                    + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
