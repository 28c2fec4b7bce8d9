package coop.pools.governance.web;

import coop.pools.governance.domain.BodyRef;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pages of a Flood's proposals. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class FloodProposalPages {
    private final BodyProposalPages proposals;

    public FloodProposalPages(BodyProposalPages proposals) {
        this.proposals = proposals;
    }

    @GET
    @Path("/floods/{slug}/proposals")
    public Page list(@Context Visit visit, @PathParam("slug") String slug, @QueryParam("after") String after) {
        return proposals.list(visit, BodyRef.Kind.FLOOD, slug, after);
    }

    @GET
    @Path("/floods/{slug}/proposals/new")
    public Page write(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("type") String type,
            @QueryParam("bucket") String bucket,
            @QueryParam("round") String round) {
        Map<String, String> chosen = new HashMap<>();
        Optional.ofNullable(bucket).ifPresent(text -> chosen.put("bucket", text));
        Optional.ofNullable(round).ifPresent(text -> chosen.put("round", text));
        return proposals.write(visit, BodyRef.Kind.FLOOD, slug, type, chosen);
    }

    @POST
    @Path("/floods/{slug}/proposals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(@Context Visit visit, @PathParam("slug") String slug, MultivaluedMap<String, String> form) {
        return proposals.propose(visit, BodyRef.Kind.FLOOD, slug, form);
    }
}
