package coop.pools.founding.web;

import coop.pools.founding.Town;
import coop.pools.kernel.Caller;
import coop.pools.membership.web.GroupsApi;
import coop.pools.membership.web.InvitationsApi;
import coop.pools.membership.web.MembersApi;
import coop.pools.membership.web.WaitingApi;
import coop.pools.platform.web.ErrorAnswers;
import coop.pools.platform.web.ErrorMappers;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.SafeTextFilter;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.StrictJson;
import coop.pools.platform.web.Visit;
import coop.pools.platform.web.VisitBinder;
import coop.pools.pool.web.BylawsApi;
import coop.pools.testing.TestDatabase;
import io.dropwizard.testing.junit5.ResourceExtension;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.MultiPartFeature;

/** The edge of founding, membership and bylaws over a town; the header {@code X-Person} says who asks. */
final class GroupEdge implements AutoCloseable {
    private static final URI URL = URI.create("https://pools.example.org");

    final Town town;
    private final ResourceExtension resources;

    GroupEdge(TestDatabase db) throws Throwable {
        town = new Town(db);
        Sentences sentences = new Sentences();
        Pages pages = new Pages(
                new Pages.Settings(true, true, "The Water Company", "1", URL), sentences, town.ids, town.clock);
        resources = ResourceExtension.builder()
                .setMapper(StrictJson.mapper())
                .setRegisterDefaultExceptionMappers(false)
                .addProvider(MultiPartFeature.class)
                .addProvider(new SafeTextFilter())
                .addProvider(new Someone())
                .addProvider(new VisitBinder())
                .addProvider(new ErrorMappers(new ErrorAnswers(sentences, pages), town.ids))
                .addResource(new GroupsApi(town.groups, town.stageCsv, town.ids))
                .addResource(new FoundingApi(town.foundPool, town.ids, slug -> Map.of("slug", slug)))
                .addResource(new MembersApi(town.pools, town.members, town.join, town.leave))
                .addResource(new InvitationsApi(
                        town.pools,
                        town.invitations,
                        town.invite,
                        town.revoke,
                        new InvitationsApi.InvitationLinks(URL, town.ids)))
                .addResource(new WaitingApi(town.invitations, town.pools, town.decline))
                .addResource(new BylawsApi(town.pools, town.bylaws, town.changes))
                .build();
        resources.before();
    }

    /** A request by a person of the sandbox, below {@code /api/v1}. */
    Invocation.Builder as(String subject, String path) {
        UUID id = town.person(subject).person().orElseThrow();
        return guest(path).header("X-Person", id);
    }

    Invocation.Builder guest(String path) {
        String[] parts = path.split("\\?", 2);
        WebTarget target = resources.target("/api/v1" + parts[0]);
        if (parts.length == 2) {
            for (String pair : parts[1].split("&")) {
                target = target.queryParam(pair.split("=", 2)[0], pair.split("=", 2)[1]);
            }
        }
        return target.request();
    }

    @Override
    public void close() {
        try {
            resources.after();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the visit that identity's filter would make. */
    @PreMatching
    @Priority(3)
    private static final class Someone implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            Optional<UUID> person =
                    Optional.ofNullable(request.getHeaderString("X-Person")).map(UUID::fromString);
            request.setProperty(
                    Visit.PROPERTY,
                    new Visit(
                            person.map(Caller::of).orElseGet(() -> Caller.guest("browser")),
                            person.map(unused -> "Ana"),
                            Optional.empty(),
                            "",
                            request.getUriInfo().getRequestUri(),
                            Optional.ofNullable(request.getHeaderString("Idempotency-Key"))));
        }
    }
}
