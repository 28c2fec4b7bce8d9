package coop.pools.demo.web;

import coop.pools.demo.SandboxProvider;
import coop.pools.integrations.groups.sandbox.SandboxPeople;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;

/** The sandbox provider's consent page: choose who to be, then allow or refuse. */
@Hidden
@GuestsToo
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class SandboxConsentResource {
    private static final String TEMPLATE = "/templates/demo/consent.ftlh";

    private final Pages pages;
    private final SandboxProvider provider;
    private final SandboxClient client;

    public SandboxConsentResource(Pages pages, SandboxProvider provider, SandboxClient client) {
        this.pages = pages;
        this.provider = provider;
        this.client = client;
    }

    @GET
    @Path("/sandbox/oauth2/authorize")
    public Page ask(
            @Context Visit visit,
            @QueryParam("client_id") String clientId,
            @QueryParam("redirect_uri") String redirectUri,
            @QueryParam("state") String state,
            @QueryParam("code_challenge") String challenge,
            @QueryParam("code_challenge_method") String method) {
        check(clientId, redirectUri, state, challenge);
        if (!"S256".equals(method)) {
            throw Fields.invalid("code_challenge_method", "S256");
        }
        return pages.page(visit, TEMPLATE, model(state, challenge));
    }

    @POST
    @Path("/sandbox/oauth2/authorize")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @Context Visit visit,
            @FormParam("state") String state,
            @FormParam("challenge") String challenge,
            @FormParam("person") String person,
            @FormParam("other") String other,
            @FormParam("answer") String answer) {
        check(client.id(), client.redirectUri(), state, challenge);
        UriBuilder back = UriBuilder.fromUri(client.redirectUri()).queryParam("state", "{state}");
        if (!"allow".equals(answer)) {
            return Response.seeOther(back.queryParam("error", "access_denied").build(state))
                    .build();
        }
        String chosen = other == null || other.isBlank() ? person : other.strip();
        try {
            String code = provider.authorize(Fields.text("person", chosen, 40), challenge, client.redirectUri());
            return Response.seeOther(back.queryParam("code", "{code}").build(state, code))
                    .build();
        } catch (Refused refused) {
            return pages.again(visit, TEMPLATE, model(state, challenge), refused);
        }
    }

    private void check(String clientId, String redirectUri, String state, String challenge) {
        if (!client.id().equals(clientId) || !client.redirectUri().equals(redirectUri)) {
            throw Fields.invalid("redirect_uri", "is not registered");
        }
        Fields.text("state", state, 200);
        if (challenge == null || !challenge.matches("[A-Za-z0-9_-]{43}")) {
            throw Fields.invalid("code_challenge", "43 characters of Base64");
        }
    }

    private static Consent model(String state, String challenge) {
        List<Person> people = SandboxPeople.named().entrySet().stream()
                .limit(12)
                .map(entry -> new Person(entry.getKey(), entry.getValue()))
                .toList();
        return new Consent(state, challenge, people);
    }

    /** What the page shows. */
    public record Consent(String state, String challenge, List<Person> people) {}

    /** Somebody to be. */
    public record Person(String id, String name) {}
}
