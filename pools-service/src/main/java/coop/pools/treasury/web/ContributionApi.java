package coop.pools.treasury.web;

import coop.pools.integrations.payments.RecurringRequest.Every;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.Giving;
import coop.pools.treasury.PlanShares.Part;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.RequestRefund;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contributions: start one, see what became of it, take it back. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ContributionApi {
    private final Giving giving;
    private final ReadContributions contributions;
    private final RequestRefund requestRefund;
    private final IdSource ids;
    private final URI publicUrl;

    public ContributionApi(
            Giving giving, ReadContributions contributions, RequestRefund requestRefund, IdSource ids, URI publicUrl) {
        this.giving = giving;
        this.contributions = contributions;
        this.requestRefund = requestRefund;
        this.ids = ids;
        this.publicUrl = publicUrl;
    }

    @POST
    @GuestsToo
    @Path("/api/v1/pools/{slug}/contributions")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "started; to be paid at checkoutUrl",
            content = @Content(schema = @Schema(implementation = ContributionJson.class)))
    public Response start(@Context Visit visit, @PathParam("slug") String slug, NewContribution sent) {
        NewContribution body = Fields.required("body", sent);
        contributions.pool(slug);
        List<Part> parts = body.split() == null
                ? Part.whole(slug)
                : body.split().stream()
                        .map(part -> part(slug, Fields.required("split", part)))
                        .toList();
        Guest guest = new Guest(body.name(), body.email());
        return started(visit, new Sum(body.amount(), body.coverFee(), body.recurring(), body.tip()), parts, guest);
    }

    @POST
    @GuestsToo
    @Path("/api/v1/contributions")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "started; to be paid at checkoutUrl, with one charge for all",
            content = @Content(schema = @Schema(implementation = ContributionJson.class)))
    public Response startForSeveral(@Context Visit visit, NewSplitContribution sent) {
        NewSplitContribution body = Fields.required("body", sent);
        List<Part> parts = Fields.required("split", body.split()).stream()
                .map(ContributionApi::part)
                .toList();
        Guest guest = new Guest(body.name(), body.email());
        return started(visit, new Sum(body.amount(), body.coverFee(), body.recurring(), body.tip()), parts, guest);
    }

    private Response started(Visit visit, Sum sum, List<Part> parts, Guest guest) {
        Money amount = Fields.required("amount", sum.amount()).positive("amount");
        StartContribution.Order order = new StartContribution.Order(
                visit.newId(ids),
                amount,
                Boolean.TRUE.equals(sum.coverFee()),
                parts,
                Fields.optionalText("name", guest.name(), 120),
                GuestEmail.read("email", guest.email()),
                Optional.ofNullable(sum.tip())
                        .filter(tip -> !Long.valueOf(0).equals(tip.amountMinor()))
                        .map(tip -> tip.positive("tip")));
        Contribution contribution = giving.start(
                visit.caller(), order, Optional.ofNullable(sum.recurring()).map(Rhythm::read));
        Optional<String> secret = giving.links().issue(visit.caller(), contribution);
        return Response.status(201).entity(json(contribution.id(), secret)).build();
    }

    private record Guest(String name, String email) {}

    private record Sum(MoneyJson amount, Boolean coverFee, Rhythm recurring, MoneyJson tip) {}

    @GET
    @Path("/api/v1/contributions/{id}")
    public ContributionJson read(@PathParam("id") String id) {
        return json(Fields.pathId(id));
    }

    @POST
    @GuestsToo
    @Path("/api/v1/contributions/{id}/refund")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "set aside; the card processor is asked next",
            content = @Content(schema = @Schema(implementation = ContributionJson.class)))
    public Response refund(@Context Visit visit, @PathParam("id") String id, NewRefund sent) {
        NewRefund body = Optional.ofNullable(sent).orElse(new NewRefund(null, null, null));
        RequestRefund.Wish wish = new RequestRefund.Wish(
                visit.newId(ids),
                Fields.pathId(id),
                Optional.ofNullable(body.amount()).map(amount -> amount.positive("amount")),
                Fields.optionalText("reason", body.reason(), 300));
        if (body.token() == null) {
            requestRefund.request(visit.caller(), wish);
        } else {
            requestRefund.requestByLink(Fields.text("token", body.token(), 100), wish);
        }
        return Response.status(201).entity(json(Fields.pathId(id))).build();
    }

    private ContributionJson json(UUID id) {
        return json(id, Optional.empty());
    }

    private ContributionJson json(UUID id, Optional<String> secret) {
        ReadContributions.Whole whole = contributions.whole(id);
        MoneyJson expected =
                MoneyJson.of(contributions.expectedFee(whole.contribution().amount()));
        return ContributionJson.of(
                whole, contributions.platformPart(id), expected, giving.recurringOf(id), publicUrl, secret);
    }

    private static Part part(String pool, BucketPart sent) {
        return new Part(pool, bucket(sent.bucket()), basisPoints(sent.basisPoints()));
    }

    private static Part part(PoolPart sent) {
        PoolPart part = Fields.required("split", sent);
        String pool = Fields.text("split", part.pool(), 80);
        return new Part(pool, bucket(part.bucket()), basisPoints(part.basisPoints()));
    }

    private static Optional<String> bucket(String sent) {
        return Optional.of(Fields.optionalText("split", sent, 80)).filter(slug -> !slug.isEmpty());
    }

    private static int basisPoints(Integer sent) {
        return Fields.required("split", sent);
    }

    /**
     * A contribution to start.
     *
     * @param name for the book, of a guest; may be missing
     * @param email where the processor sends a receipt, of a guest; may be missing
     * @param recurring how often it is to be paid; a single payment when it is missing
     * @param split over buckets of the Pool, 10,000 basis points together; the Pool as a whole when it is missing
     * @param coverFee whether the card is charged so much more that the amount is left after the fee to expect
     * @param tip for the platform, on top of the amount; may be missing, and is refused where nobody asks for tips
     */
    public record NewContribution(
            MoneyJson amount,
            String name,
            String email,
            Rhythm recurring,
            List<BucketPart> split,
            Boolean coverFee,
            MoneyJson tip) {}

    /** One charge for several Pools; at most twenty parts, 10,000 basis points together. */
    public record NewSplitContribution(
            MoneyJson amount,
            List<PoolPart> split,
            Boolean coverFee,
            Rhythm recurring,
            String name,
            String email,
            MoneyJson tip) {}

    /** How often the card is charged, from today on. {@code every} is month or year. */
    public record Rhythm(String every) {
        Every read() {
            return switch (Fields.text("recurring.every", every, 10)) {
                case "month" -> Every.MONTH;
                case "year" -> Every.YEAR;
                default -> throw Fields.invalid("recurring.every", "month or year");
            };
        }
    }

    /** Part of a payment. {@code bucket} is a slug; missing for the Pool as a whole. */
    public record BucketPart(String bucket, Integer basisPoints) {}

    /** Part of a payment. {@code pool} and {@code bucket} are slugs; without a bucket it is for the Pool as a whole. */
    public record PoolPart(String pool, String bucket, Integer basisPoints) {}

    /**
     * Money to take back. {@code amount} may be missing: all that can go back. {@code token} is that of a guest's
     * {@code privateUrl}; a person needs none.
     */
    public record NewRefund(MoneyJson amount, String reason, String token) {}

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
