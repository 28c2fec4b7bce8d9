package coop.pools.integrations.groups;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP towards group sources, with a bound on everything: connecting, the whole answer (body included) and the
 * body's size. It never follows a redirect, so that a token or client secret reaches only the address it was meant
 * for. Safe for many threads; make one and share it.
 */
public final class BoundedHttp {
    private static final int MAX_BODY_BYTES = 5 * 1024 * 1024;

    private final HttpClient client;
    private final Duration wholeAnswer;

    /** Five seconds to connect, ten for a whole answer. */
    public BoundedHttp() {
        this(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    public BoundedHttp(Duration connect, Duration wholeAnswer) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.wholeAnswer = wholeAnswer;
    }

    /** GET. */
    public Answer get(URI uri, Map<String, String> headers) throws IOException {
        return send("GET", uri, headers, BodyPublishers.noBody());
    }

    /** POST; the content type is one of the headers. */
    public Answer post(URI uri, Map<String, String> headers, byte[] body) throws IOException {
        return send("POST", uri, headers, BodyPublishers.ofByteArray(body));
    }

    private Answer send(String method, URI uri, Map<String, String> headers, BodyPublisher body) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request(method, uri, headers, body), answer -> new BoundedBody(MAX_BODY_BYTES));
        try {
            HttpResponse<byte[]> answer = coming.get(wholeAnswer.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.headers(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + wholeAnswer);
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
        }
    }

    private HttpRequest request(String method, URI uri, Map<String, String> headers, BodyPublisher body)
            throws IOException {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(uri).timeout(wholeAnswer).method(method, body);
            headers.forEach(request::header);
            return request.build();
        } catch (IllegalArgumentException impossible) {
            // Without its message: it may quote a header, and with it a token.
            throw new IOException("not a request that can be sent");
        }
    }

    /** Status, headers and the whole body as UTF-8. */
    public record Answer(int status, HttpHeaders headers, String body) {
        /** The first value of a header, whatever the case of its name. */
        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }
    }
}
