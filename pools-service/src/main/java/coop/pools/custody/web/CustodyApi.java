package coop.pools.custody.web;

import coop.pools.custody.OpenAccount;
import coop.pools.custody.web.CustodyJson.OpeningJson;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Who holds a Pool's money, and its stewards. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CustodyApi {
    private final CustodyShowing showing;
    private final OpenAccount open;

    public CustodyApi(CustodyShowing showing, OpenAccount open) {
        this.showing = showing;
        this.open = open;
    }

    @GET
    @Path("/api/v1/pools/{slug}/custody")
    public CustodyJson read(@PathParam("slug") String slug) {
        return showing.json(showing.pool(slug));
    }

    /** For stewards, after the members have chosen an account of their own. */
    @POST
    @Path("/api/v1/pools/{slug}/custody/account")
    @Consumes(MediaType.APPLICATION_JSON)
    public OpeningJson open(@Context Visit visit, @PathParam("slug") String slug, NewAccount sent) {
        NewAccount body = Fields.required("body", sent);
        return new OpeningJson(open.begin(visit.caller(), slug, Optional.ofNullable(body.country())));
    }

    /** Where the account is to be, ISO 3166. May be missing when the account has been begun. */
    public record NewAccount(String country) {}
}
