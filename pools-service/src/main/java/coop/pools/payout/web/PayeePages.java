package coop.pools.payout.web;

import coop.pools.governance.Bodies;
import coop.pools.kernel.Refused;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.domain.Payee;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.web.BodyPlace;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** One payee's page, for members: their state, and a link to pass on. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class PayeePages {
    static final String TEMPLATE = "/templates/payout/payee.ftlh";

    /** What stands for the state of a payee whom stewards pay by hand. */
    static final String BY_HAND = "by-hand";

    private final Pages pages;
    private final ReadPayees payees;
    private final InvitePayee invite;

    public PayeePages(Pages pages, ReadPayees payees, InvitePayee invite) {
        this.pages = pages;
        this.payees = payees;
        this.invite = invite;
    }

    @GET
    @Path("/payees/{id}")
    public Page show(@Context Visit visit, @PathParam("id") String id) {
        Payee payee = payees.byId(visit.caller(), Fields.pathId(id));
        return pages.page(
                visit, TEMPLATE, model(visit, payee, payees.body(payee.body()), payees.isByHand(payee.body()), ""));
    }

    @POST
    @Path("/payees/{id}/link")
    public Response link(@Context Visit visit, @PathParam("id") String id) {
        Payee payee = payees.byId(visit.caller(), Fields.pathId(id));
        Bodies.Body body = payees.body(payee.body());
        try {
            InvitePayee.Invited again = invite.again(visit.caller(), payee.id());
            return Response.ok(pages.page(
                            visit,
                            TEMPLATE,
                            model(visit, again.payee(), body, payees.isByHand(body.ref()), again.onboardingUrl())))
                    .build();
        } catch (Refused refused) {
            return pages.again(visit, TEMPLATE, model(visit, payee, body, payees.isByHand(body.ref()), ""), refused);
        }
    }

    static Model model(Visit visit, Payee payee, Bodies.Body body, boolean byHand, String link) {
        return new Model(
                payee.id().toString(),
                BodyPlace.of(body),
                payee.name(),
                payee.email().orElse(""),
                byHand ? BY_HAND : payee.state().word(),
                InstantText.day(payee.createdAt()),
                visit.caller().is(payee.createdBy()),
                byHand,
                byHand ? "" : link);
    }

    /**
     * What the page shows.
     *
     * @param mine whether who looks has invited the payee and can make a new link
     * @param byHand whether two stewards pay for the body by hand
     * @param link empty unless it was made just now
     */
    public record Model(
            String id,
            BodyPlace body,
            String name,
            String email,
            String state,
            String invitedOn,
            boolean mine,
            boolean byHand,
            String link) {}
}
