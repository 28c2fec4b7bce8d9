package coop.pools.payout.web;

import coop.pools.governance.domain.BodyRef;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The pages of a Pool's payees. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class PoolPayeePages {
    private final BodyPayeePages payees;

    public PoolPayeePages(BodyPayeePages payees) {
        this.payees = payees;
    }

    @GET
    @Path("/pools/{slug}/payees")
    public Page list(@Context Visit visit, @PathParam("slug") String slug, @QueryParam("after") String after) {
        return payees.list(visit, BodyRef.Kind.POOL, slug, after);
    }

    @GET
    @Path("/pools/{slug}/payees/new")
    public Page write(@Context Visit visit, @PathParam("slug") String slug) {
        return payees.write(visit, BodyRef.Kind.POOL, slug);
    }

    @POST
    @Path("/pools/{slug}/payees")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @FormParam("id") String formId,
            @FormParam("name") String name,
            @FormParam("email") String email) {
        return payees.invite(visit, BodyRef.Kind.POOL, slug, new BodyPayeePages.Form(formId, name, email));
    }
}
