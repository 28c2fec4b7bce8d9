package coop.pools.platform.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Refuses bodies whose announced length is over the limit, before anything of them is read and before it is asked where
 * the form comes from; but after it is known who asks, or a browser could not be shown a page.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION + 2)
public final class AnnouncedLengthFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        long limit = BodyLimitFilter.limitOf(request.getUriInfo().getPath());
        if (request.getLength() > limit) {
            throw BodyLimitFilter.tooLarge(limit);
        }
    }
}
