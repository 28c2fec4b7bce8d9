package coop.pools.treasury.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.ContinuePayment;
import coop.pools.treasury.GuestLinks;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.RequestRefund;
import coop.pools.treasury.TreasuryRefusal;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** One contribution's page: its state in plain words, its receipt, the way on to paying, and the way back. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class ContributionPages {
    private static final String TEMPLATE = "/templates/treasury/contribution.ftlh";
    /** How long somebody may be expected to look at the page and wait. */
    private static final Duration WATCHED = Duration.ofMinutes(15);

    private final Pages pages;
    private final ReadContributions contributions;
    private final ContinuePayment continuePayment;
    private final RequestRefund requestRefund;
    private final ContributionShowing showing;
    private final GuestLinks links;
    private final Clock clock;

    public ContributionPages(
            Pages pages,
            ReadContributions contributions,
            ContinuePayment continuePayment,
            RequestRefund requestRefund,
            ContributionShowing showing,
            GuestLinks links,
            Clock clock) {
        this.pages = pages;
        this.contributions = contributions;
        this.continuePayment = continuePayment;
        this.requestRefund = requestRefund;
        this.showing = showing;
        this.links = links;
        this.clock = clock;
    }

    /** While something is under way the browser looks again by itself. */
    @GET
    @Path("/contributions/{id}")
    public Response show(@Context Visit visit, @PathParam("id") String id) {
        ReadContributions.Whole whole = contributions.whole(Fields.pathId(id));
        Response.ResponseBuilder answer = Response.ok(pages.page(visit, TEMPLATE, showing.model(visit, whole)));
        if (isWatched(whole)) {
            answer.header("Refresh", "5");
        }
        return answer.build();
    }

    private boolean isWatched(ReadContributions.Whole whole) {
        Contribution contribution = whole.contribution();
        boolean paying = contribution.state() == ContributionState.PENDING && isRecent(contribution.createdAt());
        return paying
                || whole.charge().refunds().stream()
                        .anyMatch(
                                refund -> refund.state() == CardRefund.State.RESERVED && isRecent(refund.createdAt()));
    }

    private boolean isRecent(java.time.Instant at) {
        return at.plus(WATCHED).isAfter(clock.instant());
    }

    @POST
    @GuestsToo
    @Path("/contributions/{id}/pay")
    public Response pay(@Context Visit visit, @PathParam("id") String id) {
        UUID contribution = contributions.byId(Fields.pathId(id)).id();
        try {
            return Pages.seeOther(continuePayment.addressOf(contribution));
        } catch (Refused refused) {
            return again(visit, contribution, refused);
        }
    }

    @POST
    @Path("/contributions/{id}/refund")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refund(
            @Context Visit visit,
            @PathParam("id") String id,
            @FormParam("id") String formId,
            @FormParam("amount") String amount,
            @FormParam("reason") String reason) {
        Contribution contribution = contributions.byId(Fields.pathId(id));
        try {
            Money money = MoneyText.read("amount", amount, contribution.amount().currency());
            requestRefund.request(
                    visit.caller(),
                    new RequestRefund.Wish(
                            visit.newId(formId),
                            contribution.id(),
                            Optional.of(money),
                            Fields.optionalText("reason", reason, 300)));
            return Pages.seeOther("/contributions/" + contribution.id());
        } catch (Refused refused) {
            return again(visit, contribution.id(), refused);
        }
    }

    private Response again(Visit visit, UUID id, Refused refused) {
        return pages.again(visit, TEMPLATE, showing.model(visit, contributions.whole(id)), refused);
    }

    /** Where a guest comes by their link. */
    static String privatePath(UUID id, String token) {
        return "/contributions/" + id + "/mine?token=" + token;
    }

    /** A new link, for the browser that it was given from. */
    @POST
    @GuestsToo
    @Path("/contributions/{id}/link")
    public Response link(@Context Visit visit, @PathParam("id") String id) {
        Contribution contribution = contributions.byId(Fields.pathId(id));
        return links.make(visit.caller(), contribution)
                .map(token -> Pages.seeOther(privatePath(contribution.id(), token)))
                .orElseThrow(() -> new Refused(TreasuryRefusal.NOT_YOUR_CONTRIBUTION));
    }

    @GET
    @Path("/contributions/{id}/mine")
    public Page mine(@Context Visit visit, @PathParam("id") String id, @QueryParam("token") String token) {
        UUID contribution = opened(id, token);
        return pages.page(visit, TEMPLATE, showing.model(visit, contributions.whole(contribution), token));
    }

    @POST
    @GuestsToo
    @Path("/contributions/{id}/mine")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refundByLink(
            @Context Visit visit,
            @PathParam("id") String id,
            @FormParam("id") String formId,
            @FormParam("token") String token,
            @FormParam("amount") String amount,
            @FormParam("reason") String reason) {
        Contribution contribution = contributions.byId(opened(id, token));
        try {
            Money money = MoneyText.read("amount", amount, contribution.amount().currency());
            requestRefund.requestByLink(
                    token,
                    new RequestRefund.Wish(
                            visit.newId(formId),
                            contribution.id(),
                            Optional.of(money),
                            Fields.optionalText("reason", reason, 300)));
            return Pages.seeOther(privatePath(contribution.id(), token));
        } catch (Refused refused) {
            return pages.again(
                    visit, TEMPLATE, showing.model(visit, contributions.whole(contribution.id()), token), refused);
        }
    }

    /** The contribution that this link opens; not found for every other secret. */
    private UUID opened(String id, String token) {
        UUID contribution = Fields.pathId(id);
        boolean opens = token != null && token.length() <= 100 && links.opens(contribution, token);
        if (!opens) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return contribution;
    }
}
