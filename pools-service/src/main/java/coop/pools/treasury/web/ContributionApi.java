package coop.pools.treasury.web;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.domain.Contribution;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Contributions: start one, and see what became of it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ContributionApi {
    private final StartContribution start;
    private final ReadContributions contributions;
    private final IdSource ids;
    private final URI publicUrl;

    public ContributionApi(StartContribution start, ReadContributions contributions, IdSource ids, URI publicUrl) {
        this.start = start;
        this.contributions = contributions;
        this.ids = ids;
        this.publicUrl = publicUrl;
    }

    @POST
    @Path("/api/v1/pools/{slug}/contributions")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "started; to be paid at checkoutUrl",
            content = @Content(schema = @Schema(implementation = ContributionJson.class)))
    public Response start(@Context Visit visit, @PathParam("slug") String slug, NewContribution sent) {
        NewContribution body = Fields.required("body", sent);
        if (body.recurring() != null) {
            throw Fields.invalid("recurring", "only one-off contributions are taken at present");
        }
        if (body.split() != null) {
            throw Fields.invalid("split", "contributions go to the Pool as a whole at present");
        }
        Money amount = Fields.required("amount", body.amount()).positive("amount");
        StartContribution.Order order = new StartContribution.Order(
                visit.newId(ids),
                slug,
                amount,
                Fields.optionalText("name", body.name(), 120),
                GuestEmail.read("email", body.email()));
        Contribution contribution = start.start(visit.caller(), order);
        return Response.status(201).entity(json(contribution)).build();
    }

    @GET
    @Path("/api/v1/contributions/{id}")
    public ContributionJson read(@PathParam("id") String id) {
        return json(contributions.byId(Fields.pathId(id)));
    }

    private ContributionJson json(Contribution contribution) {
        return ContributionJson.of(contribution, contributions.poolOf(contribution), publicUrl);
    }

    /**
     * A contribution to start.
     *
     * @param name for the book, of a guest; may be missing
     * @param email where the processor sends a receipt, of a guest; may be missing
     * @param recurring not taken at present
     * @param split not taken at present
     */
    public record NewContribution(
            MoneyJson amount, String name, String email, Map<String, Object> recurring, java.util.List<Object> split) {}

    /** E-mail addresses as guests write them. */
    static final class GuestEmail {
        private GuestEmail() {}

        static Optional<String> read(String field, String sent) {
            String text = Fields.optionalText(field, sent, 254);
            if (!text.isEmpty() && !text.matches("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\".]+")) {
                throw Fields.invalid(field, "write it like name@example.org");
            }
            return Optional.of(text).filter(email -> !email.isEmpty());
        }
    }
}
