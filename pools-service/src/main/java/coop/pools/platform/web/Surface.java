package coop.pools.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;

/** Which face of the product a request is for: it decides how errors look and which guards apply. */
public enum Surface {
    /** JSON for programs, under {@code /api/v1}. */
    API,
    /** Signed events from the payment processor. */
    WEBHOOKS,
    /** JSON for trying things out, under {@code /sandbox}. */
    SANDBOX_API,
    /** HTML for people. */
    PAGES;

    public static Surface of(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String trimmed = path.startsWith("/") ? path.substring(1) : path;
        if (trimmed.startsWith("api/")) {
            return API;
        }
        if (trimmed.startsWith("webhooks/")) {
            return WEBHOOKS;
        }
        MediaType type = request.getMediaType();
        boolean json = type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        boolean oauth = trimmed.startsWith("sandbox/oauth2/") && !trimmed.endsWith("/authorize");
        boolean program = trimmed.equals("sandbox/clock")
                || trimmed.startsWith("sandbox/checkouts/")
                || trimmed.startsWith("sandbox/payees/");
        if (trimmed.startsWith("sandbox/") && (json || oauth || program)) {
            return SANDBOX_API;
        }
        return PAGES;
    }

    public boolean isJson() {
        return this != PAGES;
    }
}
