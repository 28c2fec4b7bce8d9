package coop.pools.flood.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.RunningPools;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Somebody who looks at pages and sends forms; signed in by a token. */
record FloodVisitor(RunningPools pools, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static FloodVisitor guest(RunningPools pools) {
        return new FloodVisitor(pools, "");
    }

    static FloodVisitor of(RunningPools pools, String person) {
        return new FloodVisitor(
                pools,
                pools.guest()
                        .post("/sandbox/sign-in", "{\"person\":\"" + person + "\"}")
                        .ok()
                        .text("token"));
    }

    /** A Pool for a sandbox group; its slug. */
    static String found(Api organiser, String group) {
        return organiser
                .post("/api/v1/pools", "{\"source\":\"sandbox\",\"groupId\":\"" + group + "\"}")
                .ok()
                .text("slug");
    }

    String page(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> form(String path, String... namesAndTexts) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(namesAndTexts[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndTexts[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(pools.address().resolve(path)).header("Accept", "text/html");
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
