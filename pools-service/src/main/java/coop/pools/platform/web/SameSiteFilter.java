package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses forms that were not on one of our pages (cross-site request forgery). A page's form carries the token of its
 * browser; requests that carry neither cookie nor form need no guard, as nothing speaks for a person in them.
 */
@Priority(Priorities.AUTHORIZATION)
public final class SameSiteFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final URI publicUrl;

    public SameSiteFilter(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Visit visit = (Visit) request.getProperty(Visit.PROPERTY);
        Surface surface = Surface.of(request);
        boolean bearer = request.getHeaderString("Authorization") != null;
        if (SAFE.contains(request.getMethod()) || bearer || endsMail(request)) {
            return;
        }
        boolean cookie = visit.browserSecret().isPresent();
        if (surface != Surface.PAGES && !cookie) {
            return;
        }
        String fetchSite = request.getHeaderString("Sec-Fetch-Site");
        boolean otherSite = fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none");
        boolean proven = surface == Surface.PAGES ? hasFormToken(request, visit) : isOwnScript(request, visit);
        if (otherSite || !cookie || !proven) {
            throw new Refused(CommonRefusal.CROSS_SITE_REQUEST);
        }
    }

    /** Mail programs end mail by themselves (RFC 8058): all that speaks for a person is the secret in the address. */
    private static boolean endsMail(ContainerRequestContext request) {
        return request.getUriInfo().getPath().matches("/?mail/off/[^/]*");
    }

    private boolean isOwnScript(ContainerRequestContext request, Visit visit) {
        String header = request.getHeaderString("X-CSRF-Token");
        return (header != null && Secrets.same(header, visit.formToken()))
                || "same-origin".equals(request.getHeaderString("Sec-Fetch-Site"))
                || isOwnOrigin(request);
    }

    private boolean isOwnOrigin(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (origin == null) {
            return false;
        }
        URI own = publicUrl.resolve("/");
        URI asked = request.getUriInfo().getBaseUri();
        return origin.equals(originOf(own)) || origin.equals(originOf(asked));
    }

    private static String originOf(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }

    private boolean hasFormToken(ContainerRequestContext request, Visit visit) throws IOException {
        MediaType type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            return "same-origin".equals(request.getHeaderString("Sec-Fetch-Site")) || isOwnOrigin(request);
        }
        if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return false;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return formField(new String(body, StandardCharsets.ISO_8859_1), "csrf")
                .filter(token -> Secrets.same(token, visit.formToken()))
                .isPresent();
    }

    static Optional<String> formField(String body, String name) {
        for (String pair : body.split("&")) {
            if (pair.startsWith(name + "=")) {
                try {
                    return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
