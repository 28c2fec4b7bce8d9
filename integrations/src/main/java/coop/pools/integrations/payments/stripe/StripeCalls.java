package coop.pools.integrations.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeObjectInterface;
import com.stripe.net.RequestOptions;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes calls and says what is known when they fail. Whatever is not certainly a "no" counts as UNKNOWN, including
 * errors of the SDK itself: on a 5xx with an empty body it throws a NullPointerException.
 *
 * <p>Source: docs.stripe.com/api/errors and docs.stripe.com/api/idempotent_requests.
 */
final class StripeCalls {
    /** Refused for want of money that may still come. Stripe keeps such an answer under the key for a day. */
    private static final Set<String> SHORT_OF_MONEY = Set.of("balance_insufficient", "insufficient_funds");

    static {
        // The SDK would write an id of this machine to the home directory and report run times.
        Stripe.enableTelemetry = false;
    }

    private final StripeClient client;

    StripeCalls(StripeSettings settings) {
        var builder = StripeClient.builder()
                .setApiKey(settings.apiKey())
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
                .setMaxNetworkRetries(settings.networkRetries());
        settings.apiBase()
                .ifPresent(base -> builder.setApiBase(base)
                        .setConnectBase(base)
                        .setFilesBase(base)
                        .setMeterEventsBase(base));
        this.client = builder.build();
    }

    /** One use of the client. */
    interface Call<T> {
        T on(StripeClient client) throws StripeException;
    }

    <T> T make(Call<T> call) {
        try {
            return call.on(client);
        } catch (StripeException e) {
            throw failure(e);
        } catch (PaymentFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PaymentFailure(Outcome.UNKNOWN, "", "Stripe's answer could not be read", e);
        }
    }

    /** The JSON of an answer: the same shapes as in events, and read by the same code. */
    JsonNode answer(Call<? extends StripeObjectInterface> call) {
        return make(client -> {
            StripeObjectInterface answered = call.on(client);
            byte[] body = answered.getLastResponse().body().getBytes(StandardCharsets.UTF_8);
            try {
                return Json.parse(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The JSON of an answer; empty when Stripe says that there is no such object. */
    Optional<JsonNode> findAnswer(Call<? extends StripeObjectInterface> call) {
        return found(() -> answer(call));
    }

    /** Empty when Stripe says that there is no such object. */
    <T> Optional<T> find(Call<T> call) {
        return found(() -> make(call));
    }

    /** Does what may not be possible any more: a definite "no" is taken as such. */
    <T> void unlessRefused(Call<T> call) {
        try {
            make(call);
        } catch (PaymentFailure e) {
            if (e.outcome() != Outcome.REJECTED) {
                throw e;
            }
        }
    }

    private static <T> Optional<T> found(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (PaymentFailure e) {
            if (e.outcome() == Outcome.REJECTED && e.code().equals("resource_missing")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static RequestOptions withKey(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }

    /** With our key, on the account that is charged. */
    static RequestOptions withKey(String idempotencyKey, Optional<String> account) {
        var options = RequestOptions.builder().setIdempotencyKey(idempotencyKey);
        account.ifPresent(options::setStripeAccount);
        return options.build();
    }

    /** On the account that is charged. */
    static RequestOptions on(Optional<String> account) {
        var options = RequestOptions.builder();
        account.ifPresent(options::setStripeAccount);
        return options.build();
    }

    private static PaymentFailure failure(StripeException e) {
        String code = code(e);
        // No names and no texts of Stripe's: they may repeat what a person typed.
        String message = "Stripe: " + (code.isEmpty() ? e.getClass().getSimpleName() : code) + ", HTTP "
                + e.getStatusCode() + ", request " + e.getRequestId();
        return new PaymentFailure(outcome(e, code), code, SHORT_OF_MONEY.contains(code), message, e);
    }

    private static Outcome outcome(StripeException e, String code) {
        int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        if (e instanceof AuthenticationException || e instanceof RateLimitException) {
            return Outcome.NOT_YET;
        }
        if (e instanceof ApiConnectionException || e.getStripeError() == null) {
            // Without an error object it is not Stripe that answered, but something on the way.
            return Outcome.UNKNOWN;
        }
        if (e instanceof IdempotencyException) {
            return Outcome.REJECTED;
        }
        if (SHORT_OF_MONEY.contains(code) || status == 403) {
            return Outcome.NOT_YET;
        }
        boolean definite = status >= 400 && status < 500 && status != 408 && status != 409 && status != 425;
        return definite ? Outcome.REJECTED : Outcome.UNKNOWN;
    }

    private static String code(StripeException e) {
        if (e.getCode() != null) {
            return e.getCode();
        }
        if (e instanceof IdempotencyException) {
            return "idempotency_error";
        }
        return e.getStripeError() != null && e.getStripeError().getCode() != null
                ? e.getStripeError().getCode()
                : "";
    }
}
