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

/** The pages of a Pool's proposals. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class PoolProposalPages {
    private final BodyProposalPages proposals;

    public PoolProposalPages(BodyProposalPages proposals) {
        this.proposals = proposals;
    }

    @GET
    @Path("/pools/{slug}/proposals")
    public Page list(@Context Visit visit, @PathParam("slug") String slug, @QueryParam("after") String after) {
        return proposals.list(visit, BodyRef.Kind.POOL, slug, after);
    }

    /** @param flood the id of the Flood that is chosen from the start; may be missing */
    @GET
    @Path("/pools/{slug}/proposals/new")
    public Page write(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("type") String type,
            @QueryParam("flood") String flood,
            @QueryParam("bucket") String bucket,
            @QueryParam("round") String round) {
        Map<String, String> chosen = new HashMap<>();
        Optional.ofNullable(flood).ifPresent(text -> chosen.put("flood", text));
        Optional.ofNullable(bucket).ifPresent(text -> chosen.put("bucket", text));
        Optional.ofNullable(round).ifPresent(text -> chosen.put("round", text));
        return proposals.write(visit, BodyRef.Kind.POOL, slug, type, chosen);
    }

    @POST
    @Path("/pools/{slug}/proposals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(@Context Visit visit, @PathParam("slug") String slug, MultivaluedMap<String, String> form) {
        return proposals.propose(visit, BodyRef.Kind.POOL, slug, form);
    }
}
