package coop.pools.payout.web;

import coop.pools.payout.InvitePayee;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.domain.Payee;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** One payee, for members of the body that may pay them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PayeeApi {
    private final ReadPayees payees;
    private final InvitePayee invite;

    public PayeeApi(ReadPayees payees, InvitePayee invite) {
        this.payees = payees;
        this.invite = invite;
    }

    @GET
    @Path("/api/v1/payees/{id}")
    public PayeeJson read(@Context Visit visit, @PathParam("id") String id) {
        Payee payee = payees.byId(visit.caller(), Fields.pathId(id));
        return PayeeJson.of(payee, payees.body(payee.body()), payees.isByHand(payee.body()), Optional.empty());
    }

    /** Makes a new link and ends the old one; for who invited the payee. */
    @POST
    @Path("/api/v1/payees/{id}/link")
    public PayeeJson link(@Context Visit visit, @PathParam("id") String id) {
        InvitePayee.Invited again = invite.again(visit.caller(), Fields.pathId(id));
        return PayeeJson.of(
                again.payee(),
                payees.body(again.payee().body()),
                payees.isByHand(again.payee().body()),
                Optional.of(again.onboardingUrl()));
    }
}
