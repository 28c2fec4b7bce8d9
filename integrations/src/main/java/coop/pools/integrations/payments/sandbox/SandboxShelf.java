package coop.pools.integrations.payments.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import java.util.Optional;
import java.util.function.Function;

/** One kind of record in the sandbox's state. Changes are compare-and-set, so that the same thing happens once. */
final class SandboxShelf<T extends Record> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int MOST_TRIES = 20;

    private final SandboxState state;
    private final Class<T> kind;

    SandboxShelf(SandboxState state, Class<T> kind) {
        this.state = state;
        this.kind = kind;
    }

    Optional<T> find(String id) {
        return state.read(id).map(this::parse);
    }

    T get(String id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    /** Puts a record on the shelf, or leaves the one that is there; returns what is there now. */
    T addOrGet(String id, T record) {
        return state.add(id, print(record)) ? record : get(id);
    }

    /** What a record becomes, and whatever else the step has found out. */
    interface Next<T> {
        T next();
    }

    /** Changes a record; the step may be tried several times and must depend on its argument alone. */
    <S extends Next<T>> S change(String id, Function<T, S> step) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            String text = state.read(id).orElseThrow(() -> missing(id));
            T before = parse(text);
            S taken = step.apply(before);
            if (taken.next().equals(before) || state.replace(id, text, print(taken.next()))) {
                return taken;
            }
        }
        throw new PaymentFailure(Outcome.NOT_YET, "lock_timeout", "too many changes at once of " + id, null);
    }

    T parse(String text) {
        try {
            return JSON.readValue(text, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the sandbox cannot be read", e);
        }
    }

    private String print(T record) {
        try {
            return JSON.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the sandbox cannot be written", e);
        }
    }

    private static PaymentFailure missing(String id) {
        return new PaymentFailure(Outcome.REJECTED, "resource_missing", "no such object: " + id, null);
    }
}
