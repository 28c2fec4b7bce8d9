package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.Set;

/** Asks guests to sign in before anything they send is judged, save where {@link GuestsToo} lets them send it. */
@Priority(Priorities.AUTHORIZATION + 2)
public final class SignedInFilter implements ContainerRequestFilter {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");

    @Context
    private ResourceInfo asked;

    @Override
    public void filter(ContainerRequestContext request) {
        Visit visit = (Visit) request.getProperty(Visit.PROPERTY);
        if (WRITES.contains(request.getMethod()) && !visit.signedIn() && !isForGuests(asked.getResourceMethod())) {
            throw new Refused(CommonRefusal.SIGN_IN_REQUIRED);
        }
    }

    private static boolean isForGuests(Method method) {
        return method.isAnnotationPresent(GuestsToo.class)
                || method.getDeclaringClass().isAnnotationPresent(GuestsToo.class);
    }
}
