package coop.pools.expense.web;

import coop.pools.expense.HandInExpense;
import coop.pools.expense.ReadExpenses;
import coop.pools.expense.ReadExpenses.Standing;
import coop.pools.expense.domain.Expense;
import coop.pools.governance.Bodies;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.payout.InvitePayee;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.receipt.web.SentReceipts;
import coop.pools.treasury.web.BodyPlace;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** The pages of a Pool's expenses, for its members. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class ExpensePages {
    private static final String LIST = "/templates/expense/expenses.ftlh";
    private static final String NEW = "/templates/expense/new-expense.ftlh";
    private static final String ONE = "/templates/expense/expense.ftlh";
    private static final int PAGE = 30;

    private final Pages pages;
    private final HandInExpense handIn;
    private final ReadExpenses expenses;
    private final ExpenseShowing showing;
    private final InvitePayee invite;

    public ExpensePages(
            Pages pages, HandInExpense handIn, ReadExpenses expenses, ExpenseShowing showing, InvitePayee invite) {
        this.pages = pages;
        this.handIn = handIn;
        this.expenses = expenses;
        this.showing = showing;
        this.invite = invite;
    }

    @GET
    @Path("/pools/{slug}/expenses")
    public Page list(@Context Visit visit, @PathParam("slug") String slug, @QueryParam("after") String after) {
        Bodies.Body pool = expenses.pool(slug);
        List<Standing> found =
                expenses.ofPool(visit.caller(), pool, Optional.ofNullable(after).map(Fields::pathId), PAGE);
        String next = found.size() < PAGE
                ? ""
                : "/pools/" + slug + "/expenses?after="
                        + found.get(PAGE - 1).expense().id();
        return pages.page(visit, LIST, showing.list(pool, found, next));
    }

    @GET
    @Path("/pools/{slug}/expenses/new")
    public Page write(@Context Visit visit, @PathParam("slug") String slug) {
        Bodies.Body pool = expenses.pool(slug);
        visit.caller().require(Scope.VOTE);
        expenses.ofPool(visit.caller(), pool, Optional.empty(), 1);
        return pages.page(visit, NEW, model(pool, Map.of()));
    }

    @POST
    @Path("/pools/{slug}/expenses")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response handIn(
            @Context Visit visit, @PathParam("slug") String slug, @Parameter(hidden = true) FormDataMultiPart form) {
        visit.caller().require(Scope.VOTE);
        Bodies.Body pool = expenses.pool(slug);
        SentReceipts sent = SentReceipts.in(form);
        try {
            Expense expense = handIn.handIn(
                    visit.caller(),
                    SentExpense.ofForm(
                            visit.newId(sent.word("id")), slug, Currency.getInstance(pool.currency()), sent));
            return Pages.seeOther("/expenses/" + expense.id());
        } catch (Refused refused) {
            RefusalCode.Kind why = refused.code().kind();
            if (why == RefusalCode.Kind.UNAUTHENTICATED || why == RefusalCode.Kind.FORBIDDEN) {
                throw refused;
            }
            return pages.again(visit, NEW, model(pool, sent.words()), ExpenseShowing.onForm(refused));
        }
    }

    @GET
    @Path("/expenses/{id}")
    public Page one(@Context Visit visit, @PathParam("id") String id) {
        return pages.page(visit, ONE, showing.one(visit.caller(), expenses.byId(visit.caller(), Fields.pathId(id))));
    }

    /** On to the processor's invitation, for who is to be paid and has given no bank details yet. */
    @POST
    @Path("/expenses/{id}/bank-details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response bankDetails(@Context Visit visit, @PathParam("id") String id) {
        Standing standing = expenses.byId(visit.caller(), Fields.pathId(id));
        try {
            return Pages.seeOther(
                    invite.again(visit.caller(), standing.expense().payee()).onboardingUrl());
        } catch (Refused refused) {
            return pages.again(visit, ONE, showing.one(visit.caller(), standing), refused);
        }
    }

    private NewModel model(Bodies.Body pool, Map<String, String> typed) {
        return new NewModel(BodyPlace.of(pool), pool.currency(), showing.isByHand(pool.ref()), typed);
    }

    /** What the form shows; {@code typed} is what a refused one had, by field. Files have to be chosen again. */
    public record NewModel(BodyPlace body, String currency, boolean byHand, Map<String, String> typed) {}
}
