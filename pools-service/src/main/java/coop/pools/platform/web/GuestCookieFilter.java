package coop.pools.platform.web;

import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Secrets;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Gives a browser that opens its first page a secret, so that the page's forms can be tied to it. */
@PreMatching
@Priority(Priorities.AUTHENTICATION + 1)
public final class GuestCookieFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String NEW_SECRET = "coop.pools.new-browser";

    private final IdSource ids;
    private final BrowserCookie cookie;

    public GuestCookieFilter(IdSource ids, BrowserCookie cookie) {
        this.ids = ids;
        this.cookie = cookie;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Visit visit = (Visit) request.getProperty(Visit.PROPERTY);
        boolean page = request.getMethod().equals("GET")
                && Surface.of(request) == Surface.PAGES
                && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
        if (page && visit.browserSecret().isEmpty()) {
            String secret = ids.newSecret();
            String formToken = Secrets.formToken(secret);
            request.setProperty(NEW_SECRET, secret);
            request.setProperty(
                    Visit.PROPERTY,
                    new Visit(
                            Caller.guest(formToken),
                            Optional.empty(),
                            Optional.of(secret),
                            formToken,
                            visit.path(),
                            visit.idempotencyKey()));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object secret = request.getProperty(NEW_SECRET);
        if (secret != null && !response.getHeaders().containsKey(HttpHeaders.SET_COOKIE)) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie.with(secret.toString()));
        }
    }
}
