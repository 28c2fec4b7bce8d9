package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Refuses headers that the framework would stumble over later, when even the answer that says so could not be made. The
 * language asked for is replaced by the one that all pages are in.
 */
@PreMatching
@Priority(0)
public final class ReadableHeadersFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, "en-GB");
        check(request, HttpHeaders.ACCEPT, request::getAcceptableMediaTypes);
        check(request, HttpHeaders.CONTENT_TYPE, () -> oneKind(request.getMediaType()));
        if (request.getMediaType() == null && takesForm(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED);
        }
    }

    /** Where only forms are sent, a body of no kind is an empty form: the framework cannot read its fields otherwise. */
    private static boolean takesForm(ContainerRequestContext request) {
        boolean tokens = request.getUriInfo().getPath().endsWith("oauth2/access");
        return request.getMethod().equals("POST") && (tokens || Surface.of(request) == Surface.PAGES);
    }

    private static MediaType oneKind(MediaType type) {
        if (type != null && (type.isWildcardType() || type.isWildcardSubtype())) {
            throw new IllegalArgumentException("a body is of one kind");
        }
        return type;
    }

    private static void check(ContainerRequestContext request, String header, Supplier<Object> reading) {
        try {
            reading.get();
        } catch (RuntimeException unreadable) {
            request.getHeaders().remove(header);
            throw new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", header));
        }
    }
}
