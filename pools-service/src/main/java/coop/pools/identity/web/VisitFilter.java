package coop.pools.identity.web;

import coop.pools.identity.ReadCaller;
import coop.pools.identity.domain.ApiToken;
import coop.pools.identity.domain.Person;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.platform.web.BrowserCookie;
import coop.pools.platform.web.Surface;
import coop.pools.platform.web.Visit;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Finds out who makes a request: bearer token first, then the browser's cookie, else a guest. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class VisitFilter implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ReadCaller readCaller;
    private final BrowserCookie cookie;

    @Context
    private HttpServletRequest servletRequest;

    public VisitFilter(ReadCaller readCaller, BrowserCookie cookie) {
        this.readCaller = readCaller;
        this.cookie = cookie;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(Visit.PROPERTY, visit(request));
    }

    private Visit visit(ContainerRequestContext request) {
        Optional<String> key = Optional.ofNullable(request.getHeaderString("Idempotency-Key"));
        if (key.filter(text -> text.isBlank() || text.length() > 255).isPresent()) {
            throw new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", "Idempotency-Key"));
        }
        var path = request.getUriInfo().getRequestUri();
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        Surface surface = Surface.of(request);
        if (authorization != null && (surface == Surface.API || surface == Surface.PAGES)) {
            Caller caller = bearer(authorization);
            return new Visit(caller, Optional.empty(), Optional.empty(), "", path, key);
        }
        Cookie sent = request.getCookies().get(cookie.name());
        if (sent == null || sent.getValue().length() < 43 || sent.getValue().length() > 60) {
            return new Visit(stranger(request, key), Optional.empty(), Optional.empty(), "", path, key);
        }
        String secret = sent.getValue();
        String formToken = Secrets.formToken(secret);
        Optional<Person> person = readCaller.bySession(secret);
        Caller caller = person.map(p -> Caller.of(p.id())).orElseGet(() -> Caller.guest(formToken));
        return new Visit(caller, person.map(Person::name), Optional.of(secret), formToken, path, key);
    }

    /**
     * A guest without a cookie, as programs are. Two of them who choose the same idempotency key are two callers as far
     * as can be told, so that one is not shown what the other started.
     */
    private Caller stranger(ContainerRequestContext request, Optional<String> key) {
        String address = servletRequest == null ? "" : servletRequest.getRemoteAddr();
        String program = String.valueOf(request.getHeaderString(HttpHeaders.USER_AGENT));
        byte[] told = Secrets.hash(String.join("\n", address, program, key.orElse("")));
        return Caller.guest("without-cookie:" + HexFormat.of().formatHex(told, 0, 16));
    }

    private Caller bearer(String authorization) {
        if (!authorization.startsWith(BEARER)) {
            throw new Refused(CommonRefusal.SIGN_IN_REQUIRED);
        }
        ApiToken token = readCaller
                .byToken(authorization.substring(BEARER.length()).strip())
                .orElseThrow(() -> new Refused(CommonRefusal.SIGN_IN_REQUIRED));
        return Caller.of(token.personId(), token.scopeSet());
    }
}
