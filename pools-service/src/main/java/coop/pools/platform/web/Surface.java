package coop.pools.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;

/** Which face of the product a request is for: it decides how errors look and which guards apply. */
public enum Surface {
    /** JSON for programs, under {@code /api/v1}. */
    API,
    /** Signed events from the payment processor; only addresses that do not exist come through the framework. */
    WEBHOOKS,
    /** JSON for trying things out, under {@code /sandbox}. */
    SANDBOX_API,
    /** HTML for people. */
    PAGES;

    private static final Pattern SANDBOX_JSON = Pattern.compile(
            "sandbox/(sign-in|clock|top-ups/[^/]*(/reversal)?|checkouts/[^/]*|payees/[^/]*|contributions/[^/]*/(dispute|refund)"
                    + "|oauth2/(access|me))");

    public static Surface of(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String trimmed = path.startsWith("/") ? path.substring(1) : path;
        if (trimmed.startsWith("api/")) {
            return API;
        }
        if (trimmed.startsWith("webhooks/")) {
            return WEBHOOKS;
        }
        return SANDBOX_JSON.matcher(trimmed).matches() ? SANDBOX_API : PAGES;
    }

    public boolean isJson() {
        return this != PAGES;
    }
}
