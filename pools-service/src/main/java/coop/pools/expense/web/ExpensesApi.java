package coop.pools.expense.web;

import coop.pools.expense.HandInExpense;
import coop.pools.expense.ReadExpenses;
import coop.pools.expense.domain.Expense;
import coop.pools.governance.Bodies;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import coop.pools.receipt.web.SentReceipts;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** Expenses that members hand in, with their receipts. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ExpensesApi {
    private final HandInExpense handIn;
    private final ReadExpenses expenses;
    private final ReadPeople people;
    private final IdSource ids;

    public ExpensesApi(HandInExpense handIn, ReadExpenses expenses, ReadPeople people, IdSource ids) {
        this.handIn = handIn;
        this.expenses = expenses;
        this.people = people;
        this.ids = ids;
    }

    /** Newest first. */
    @GET
    @Path("/api/v1/pools/{slug}/expenses")
    public ExpenseJson.Items list(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Bodies.Body pool = expenses.pool(slug);
        int most = Fields.limit(limit);
        List<ExpenseJson> items =
                expenses.ofPool(visit.caller(), pool, Optional.ofNullable(after).map(Fields::pathId), most).stream()
                        .map(this::json)
                        .toList();
        return new ExpenseJson.Items(
                items,
                items.size() < most
                        ? Optional.empty()
                        : Optional.of(items.get(items.size() - 1).id()));
    }

    /**
     * A form with the JSON {@code {"title", "amount", "spentOn", "note"}} in its field {@code expense} and one to five
     * files named {@code receipt}: JPEG, PNG, WebP or PDF, at most 8 MB each and 20 MB together. It is put to the vote.
     */
    @POST
    @Path("/api/v1/pools/{slug}/expenses")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ApiResponse(
            responseCode = "201",
            description = "handed in and proposed",
            content = @Content(schema = @Schema(implementation = ExpenseJson.class)))
    public Response handIn(
            @Context Visit visit, @PathParam("slug") String slug, @Parameter(hidden = true) FormDataMultiPart form) {
        visit.caller().require(Scope.VOTE);
        Expense expense = handedIn(visit, SentExpense.ofJson(visit.newId(ids), slug, SentReceipts.in(form)));
        return Response.created(URI.create("/api/v1/expenses/" + expense.id()))
                .entity(json(expenses.byId(visit.caller(), expense.id())))
                .build();
    }

    private Expense handedIn(Visit visit, HandInExpense.Claim claim) {
        try {
            return handIn.handIn(visit.caller(), claim);
        } catch (Refused refused) {
            throw ExpenseShowing.onForm(refused);
        }
    }

    @GET
    @Path("/api/v1/expenses/{id}")
    public ExpenseJson one(@Context Visit visit, @PathParam("id") String id) {
        return json(expenses.byId(visit.caller(), Fields.pathId(id)));
    }

    private ExpenseJson json(ReadExpenses.Standing standing) {
        return ExpenseJson.of(standing, people.name(standing.expense().person()));
    }
}
