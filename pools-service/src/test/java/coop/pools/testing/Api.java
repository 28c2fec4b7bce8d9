package coop.pools.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A client of the public API, as a program would write one. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI address;
    private final String token;

    public Api(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** What signs the requests; empty for a guest. */
    public String token() {
        return token;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer post(String path, String json, String idempotencyKey) {
        return send(request(path)
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a form with files. */
    public Answer post(String path, UploadForm form) {
        return send(form(path, form));
    }

    public Answer post(String path, UploadForm form, String idempotencyKey) {
        return send(form(path, form).header("Idempotency-Key", idempotencyKey));
    }

    private HttpRequest.Builder form(String path, UploadForm form) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    /** A file as it comes, with its headers. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer put(String path, String json) {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder builder) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (request.uri().getPath().startsWith("/api/v1/")) {
                assertThat(Contract.of(address)
                                .faults(request.method(), request.uri().getPath(), response))
                        .as("%s %s: %s", request.method(), request.uri(), response.body())
                        .isEmpty();
            }
            return new Answer(request.method() + " " + request.uri(), response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(String request, int status, String body) {
        /** The answer, which must be a success. */
        public Answer ok() {
            assertThat(status).as("%s: %s", request, body).isBetween(200, 299);
            return this;
        }

        /** The answer, which must be this refusal. */
        public Answer refused(int expectedStatus, String code) {
            assertThat(status).as("%s: %s", request, body).isEqualTo(expectedStatus);
            assertThat(text("code")).as("%s: %s", request, body).isEqualTo(code);
            return this;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(request + " did not answer JSON: " + body, e);
            }
        }

        /** A field by its path, with dots. */
        public JsonNode at(String path) {
            return json().at("/" + path.replace('.', '/'));
        }

        public String text(String path) {
            return at(path).asText();
        }

        public long number(String path) {
            return at(path).asLong();
        }
    }
}
