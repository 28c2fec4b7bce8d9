package coop.pools.recurring.web;

import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.recurring.ChangeCard;
import coop.pools.recurring.ChangeRecurring;
import coop.pools.recurring.ReadRecurring;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.treasury.PlanShares.Part;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What one gives: all of it, and one recurring contribution with what can be done to it. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class RecurringPages {
    private static final String LIST = "/templates/recurring/contributions.ftlh";
    private static final String ONE = "/templates/recurring/recurring.ftlh";

    private static final int MOST_SHOWN = 30;

    private final Pages pages;
    private final ReadRecurring read;
    private final ChangeRecurring change;
    private final ChangeCard changeCard;
    private final RecurringShowing showing;

    public RecurringPages(
            Pages pages, ReadRecurring read, ChangeRecurring change, ChangeCard changeCard, RecurringShowing showing) {
        this.pages = pages;
        this.read = read;
        this.change = change;
        this.changeCard = changeCard;
        this.showing = showing;
    }

    @GET
    @Path("/me/contributions")
    public Page mine(@Context Visit visit) {
        return pages.page(visit, LIST, showing.mine(visit.caller()));
    }

    @GET
    @Path("/recurring/{id}")
    public Page show(@Context Visit visit, @PathParam("id") String id, @QueryParam("said") String said) {
        return pages.saying(visit, ONE, showing.one(read.own(visit.caller(), Fields.pathId(id))), said);
    }

    @POST
    @Path("/recurring/{id}/{act: pause|resume|cancel|cancel-at-period-end}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response order(
            @Context Visit visit,
            @PathParam("id") String id,
            @PathParam("act") String act,
            @FormParam("id") String formId) {
        UUID own = Fields.pathId(id);
        ChangeRecurring.Wish wish = ChangeRecurring.Wish.to(MemberOrder.Kind.of(act), visit.newId(formId), own);
        return changed(visit, own, wish, act);
    }

    @POST
    @Path("/recurring/{id}/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@Context Visit visit, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        UUID own = Fields.pathId(id);
        ReadRecurring.Whole whole = read.own(visit.caller(), own);
        try {
            Money given = MoneyText.read(
                    "amount", sent.getFirst("amount"), whole.terms().amount().currency());
            List<Part> parts = Percents.read(whole.parts(), sent);
            ChangeRecurring.Wish wish = ChangeRecurring.Wish.change(
                    visit.newId(sent.getFirst("id")), own, Optional.of(given), Optional.of(parts));
            change.change(visit.caller(), wish);
            return Pages.seeOther("/recurring/" + own + "?said=recurring-change-amount");
        } catch (Refused refused) {
            return pages.again(visit, ONE, showing.one(read.own(visit.caller(), own), typed(sent)), refused);
        }
    }

    private static Map<String, String> typed(MultivaluedMap<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        sent.forEach((field, values) -> typed.put(field, shown(values.get(0))));
        return typed;
    }

    private static String shown(String sent) {
        return sent.length() > MOST_SHOWN ? "" : sent;
    }

    private Response changed(Visit visit, UUID own, ChangeRecurring.Wish wish, String said) {
        try {
            change.change(visit.caller(), wish);
            return Pages.seeOther("/recurring/" + own + "?said=recurring-" + said);
        } catch (Refused refused) {
            return pages.again(visit, ONE, showing.one(read.own(visit.caller(), own)), refused);
        }
    }

    @POST
    @Path("/recurring/{id}/card-page")
    public Response card(@Context Visit visit, @PathParam("id") String id) {
        UUID own = Fields.pathId(id);
        try {
            return Pages.seeOther(changeCard.page(visit.caller(), own));
        } catch (Refused refused) {
            return pages.again(visit, ONE, showing.one(read.own(visit.caller(), own)), refused);
        }
    }
}
