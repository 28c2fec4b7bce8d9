package coop.pools.platform.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Set;

/**
 * Holds writes to their limits. What is only there for trying things out is exempt; webhooks, which are signed, do not
 * come here.
 */
@Priority(Priorities.AUTHORIZATION + 1)
public final class RateLimitFilter implements ContainerRequestFilter {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");

    private final WriteLimits limits;

    public RateLimitFilter(WriteLimits limits) {
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (WRITES.contains(request.getMethod()) && Surface.of(request) != Surface.SANDBOX_API) {
            limits.take(((Visit) request.getProperty(Visit.PROPERTY)).caller());
        }
    }
}
