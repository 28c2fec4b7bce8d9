package coop.pools.platform.web;

import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * One request: who makes it and from which browser.
 *
 * @param personName empty for a guest
 * @param browserSecret what the cookie holds; empty when the request came without one or with a bearer token
 * @param path the path asked for, without the query
 * @param idempotencyKey the header, where one was sent
 */
public record Visit(
        Caller caller,
        Optional<String> personName,
        Optional<String> browserSecret,
        String formToken,
        URI path,
        Optional<String> idempotencyKey) {

    /** Where {@link VisitFilter} leaves it. */
    public static final String PROPERTY = "coop.pools.visit";

    /**
     * The id for something that this request creates: the same for the same caller and idempotency key, so repeating
     * the request cannot create it twice; a new one when there is no key.
     */
    public UUID newId(IdSource ids) {
        return idempotencyKey
                .map(key -> IdSource.derivedId("request", caller.key(), path.getPath(), key))
                .orElseGet(ids::newId);
    }

    /**
     * The id for something that a page's form creates: the form carries it hidden, so a double click sends it twice.
     * It is mixed with the caller, so nobody can take another's.
     */
    public UUID newId(String formId) {
        if (formId == null || formId.length() < 16 || formId.length() > 64) {
            throw new Refused(CommonRefusal.CROSS_SITE_REQUEST);
        }
        return IdSource.derivedId("form", caller.key(), path.getPath(), formId);
    }

    public boolean signedIn() {
        return caller.person().isPresent();
    }
}
