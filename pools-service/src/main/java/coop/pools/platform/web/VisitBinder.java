package coop.pools.platform.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.function.Supplier;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;

/** Lets resources take the {@link Visit} as a {@code @Context} parameter. */
public final class VisitBinder extends AbstractBinder {
    @Override
    protected void configure() {
        bindFactory(OfRequest.class).to(Visit.class).in(RequestScoped.class);
    }

    /** Hands out what {@code VisitFilter} found. */
    public static final class OfRequest implements Supplier<Visit> {
        private final ContainerRequestContext request;

        @Inject
        public OfRequest(ContainerRequestContext request) {
            this.request = request;
        }

        @Override
        public Visit get() {
            return (Visit) request.getProperty(Visit.PROPERTY);
        }
    }
}
