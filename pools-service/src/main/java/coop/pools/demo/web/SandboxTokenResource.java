package coop.pools.demo.web;

import coop.pools.demo.SandboxProvider;
import coop.pools.integrations.groups.SourceToken;
import coop.pools.kernel.Secrets;
import coop.pools.platform.web.GuestsToo;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** The sandbox provider's token and profile endpoints (RFC 6749, sections 4.1.3, 5.2 and 6). */
@Hidden
@GuestsToo
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SandboxTokenResource {
    private final SandboxProvider provider;
    private final SandboxClient client;

    public SandboxTokenResource(SandboxProvider provider, SandboxClient client) {
        this.provider = provider;
        this.client = client;
    }

    @POST
    @Path("/sandbox/oauth2/access")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response access(
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret,
            @FormParam("grant_type") String grantType,
            @FormParam("code") String code,
            @FormParam("code_verifier") String codeVerifier,
            @FormParam("redirect_uri") String redirectUri,
            @FormParam("refresh_token") String refreshToken) {
        if (!client.id().equals(clientId) || clientSecret == null || !Secrets.same(client.secret(), clientSecret)) {
            return error(401, "invalid_client");
        }
        Optional<String> subject;
        if ("refresh_token".equals(grantType) && refreshToken != null) {
            subject = SandboxProvider.subjectOfRefresh(refreshToken);
        } else if ("authorization_code".equals(grantType) && code != null && codeVerifier != null) {
            subject = provider.redeem(code, codeVerifier, redirectUri == null ? "" : redirectUri);
        } else {
            return error(400, "invalid_request");
        }
        return subject.map(this::granted).orElseGet(() -> error(400, "invalid_grant"));
    }

    @GET
    @Path("/sandbox/oauth2/me")
    public Response me(@HeaderParam("Authorization") String authorization) {
        String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        return SandboxProvider.subjectOf(token)
                .map(subject -> Response.ok(Map.of("sub", subject, "name", SandboxProvider.nameOf(subject)))
                        .build())
                .orElseGet(() -> error(401, "invalid_token"));
    }

    private Response granted(String subject) {
        SourceToken token = provider.tokenFor(subject);
        return Response.ok(Map.of(
                        "access_token",
                        token.accessToken(),
                        "refresh_token",
                        token.refreshToken().orElseThrow(),
                        "token_type",
                        "bearer",
                        "expires_in",
                        3600))
                .build();
    }

    private static Response error(int status, String code) {
        return Response.status(status).entity(Map.of("error", code)).build();
    }
}
