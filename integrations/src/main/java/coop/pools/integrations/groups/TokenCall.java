package coop.pools.integrations.groups;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.scribejava.core.exceptions.OAuthException;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuth2AccessTokenErrorResponse;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.oauth2.OAuth2Error;
import coop.pools.integrations.groups.SourceFailure.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Runs one call to a token address and says what its failure means: a readable OAuth error (RFC 6749, 5.2) is a
 * refusal; 429 is a rate limit; everything else - no answer, 5xx, a proxy's HTML page, JSON without a token - is
 * unavailable, so that nobody is signed out because a proxy was down. Answers and what ScribeJava says about them are
 * kept out of messages and causes: they may hold tokens.
 */
final class TokenCall {
    private final String provider;
    private final Clock clock;

    TokenCall(String provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /** A token that is not blank. {@code whenInvalid} is what a spent or wrong grant means to the caller. */
    OAuth2AccessToken run(Kind whenInvalid, Call call) {
        try {
            OAuth2AccessToken token = call.send();
            if (token.getAccessToken().isBlank()) {
                throw broken();
            }
            return token;
        } catch (OAuth2AccessTokenErrorResponse answer) {
            throw refused(answer, whenInvalid);
        } catch (JsonProcessingException unreadable) {
            throw broken();
        } catch (IOException noAnswer) {
            throw new SourceFailure(Kind.UNAVAILABLE, provider + " does not answer", Optional.empty(), noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SourceFailure(Kind.UNAVAILABLE, provider + ": interrupted");
        } catch (ExecutionException | OAuthException | IllegalArgumentException unreadable) {
            throw broken();
        }
    }

    private SourceFailure refused(OAuth2AccessTokenErrorResponse answer, Kind whenInvalid) {
        try (Response response = answer.getResponse()) {
            int status = response.getCode();
            String what = provider + " answered " + status;
            if (status == 429) {
                return rateLimited(response, what);
            }
            OAuth2Error error = answer.getError();
            if (status >= 500 || error == null) {
                return new SourceFailure(Kind.UNAVAILABLE, what);
            }
            String why = what + " " + error.getErrorString();
            return switch (error) {
                case SERVER_ERROR, TEMPORARILY_UNAVAILABLE, SLOW_DOWN -> new SourceFailure(Kind.UNAVAILABLE, why);
                case INVALID_GRANT, INVALID_TOKEN, EXPIRED_TOKEN -> new SourceFailure(whenInvalid, why);
                default -> new SourceFailure(Kind.REFUSED, why);
            };
        } catch (IOException closing) {
            return broken();
        }
    }

    private SourceFailure rateLimited(Response response, String what) {
        Instant now = clock.instant();
        Optional<String> header = response.getHeaders().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("Retry-After"))
                .map(Map.Entry::getValue)
                .findFirst();
        Instant retryAt = RetryAfter.header(header, now).orElse(now.plusSeconds(60));
        return new SourceFailure(Kind.RATE_LIMITED, what, Optional.of(retryAt), null);
    }

    private SourceFailure broken() {
        return new SourceFailure(Kind.UNAVAILABLE, provider + " gave an answer without a token");
    }

    /** One call of ScribeJava's. */
    @FunctionalInterface
    interface Call {
        OAuth2AccessToken send() throws IOException, InterruptedException, ExecutionException;
    }
}
