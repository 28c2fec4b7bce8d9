package coop.pools.integrations.groups;

import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.httpclient.multipart.MultipartPayload;
import com.github.scribejava.core.model.OAuthAsyncRequestCallback;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * Carries ScribeJava's token calls over {@link BoundedHttp}: its own client waits for ever by default, follows
 * redirects and asks for HTML, which some servers then answer errors in. Token calls are small synchronous POSTs;
 * nothing else is offered.
 */
final class ScribeTransport implements HttpClient {
    private final BoundedHttp http;

    ScribeTransport(BoundedHttp http) {
        this.http = http;
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, byte[] body)
            throws IOException {
        if (verb != Verb.POST) {
            throw new UnsupportedOperationException("token calls are POST");
        }
        Map<String, String> sent = new HashMap<>(headers);
        sent.put(CONTENT_TYPE, DEFAULT_CONTENT_TYPE);
        sent.put("Accept", "application/json");
        BoundedHttp.Answer answer = http.post(URI.create(url), sent, body);
        Map<String, String> received = new HashMap<>();
        answer.headers().map().forEach((name, values) -> received.put(name, values.get(0)));
        return new Response(answer.status(), "", received, answer.body());
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, String body)
            throws IOException {
        return execute(agent, headers, verb, url, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, MultipartPayload body) {
        throw new UnsupportedOperationException("token calls are forms");
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, File body) {
        throw new UnsupportedOperationException("token calls are forms");
    }

    @Override
    public <T> Future<T> executeAsync(
            String agent,
            Map<String, String> headers,
            Verb verb,
            String url,
            byte[] body,
            OAuthAsyncRequestCallback<T> callback,
            OAuthRequest.ResponseConverter<T> converter) {
        throw new UnsupportedOperationException("token calls are synchronous");
    }

    @Override
    public <T> Future<T> executeAsync(
            String agent,
            Map<String, String> headers,
            Verb verb,
            String url,
            MultipartPayload body,
            OAuthAsyncRequestCallback<T> callback,
            OAuthRequest.ResponseConverter<T> converter) {
        throw new UnsupportedOperationException("token calls are synchronous");
    }

    @Override
    public <T> Future<T> executeAsync(
            String agent,
            Map<String, String> headers,
            Verb verb,
            String url,
            String body,
            OAuthAsyncRequestCallback<T> callback,
            OAuthRequest.ResponseConverter<T> converter) {
        throw new UnsupportedOperationException("token calls are synchronous");
    }

    @Override
    public <T> Future<T> executeAsync(
            String agent,
            Map<String, String> headers,
            Verb verb,
            String url,
            File body,
            OAuthAsyncRequestCallback<T> callback,
            OAuthRequest.ResponseConverter<T> converter) {
        throw new UnsupportedOperationException("token calls are synchronous");
    }

    @Override
    public void close() {
        // The HTTP client is shared and outlives every service that ScribeJava builds.
    }
}
