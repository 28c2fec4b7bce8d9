package coop.pools.recurring.web;

import coop.pools.kernel.IdSource;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.Visit;
import coop.pools.recurring.ChangeCard;
import coop.pools.recurring.ChangeRecurring;
import coop.pools.recurring.ReadRecurring;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.treasury.PlanShares.Part;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One's own recurring contributions: see, pause, go on, change, end. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RecurringApi {
    private final ReadRecurring read;
    private final ChangeRecurring change;
    private final ChangeCard changeCard;
    private final IdSource ids;
    private final URI publicUrl;

    public RecurringApi(
            ReadRecurring read, ChangeRecurring change, ChangeCard changeCard, IdSource ids, URI publicUrl) {
        this.read = read;
        this.change = change;
        this.changeCard = changeCard;
        this.ids = ids;
        this.publicUrl = publicUrl;
    }

    @GET
    @Path("/api/v1/me/recurring")
    public RecurringList mine(@Context Visit visit) {
        return new RecurringList(
                read.mine(visit.caller()).stream()
                        .map(whole -> RecurringJson.of(whole, publicUrl))
                        .toList(),
                Optional.empty());
    }

    @GET
    @Path("/api/v1/recurring/{id}")
    public RecurringJson read(@Context Visit visit, @PathParam("id") String id) {
        return json(visit, Fields.pathId(id));
    }

    /** From the next payment on. What was charged before stays as it was. */
    @PUT
    @Path("/api/v1/recurring/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RecurringJson change(@Context Visit visit, @PathParam("id") String id, RecurringChange sent) {
        RecurringChange body = Fields.required("body", sent);
        UUID own = Fields.pathId(id);
        Optional<List<Part>> parts = Optional.ofNullable(body.split())
                .map(split -> split.stream().map(RecurringApi::part).toList());
        change.change(
                visit.caller(),
                ChangeRecurring.Wish.change(
                        visit.newId(ids),
                        own,
                        Optional.ofNullable(body.amount()).map(amount -> amount.positive("amount")),
                        parts));
        return json(visit, own);
    }

    @POST
    @Path("/api/v1/recurring/{id}/pause")
    public RecurringJson pause(@Context Visit visit, @PathParam("id") String id) {
        return ordered(visit, id, MemberOrder.Kind.PAUSE);
    }

    @POST
    @Path("/api/v1/recurring/{id}/resume")
    public RecurringJson resume(@Context Visit visit, @PathParam("id") String id) {
        return ordered(visit, id, MemberOrder.Kind.RESUME);
    }

    /** At once, or with the time that is paid for; nothing is given back. */
    @POST
    @Path("/api/v1/recurring/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public RecurringJson cancel(@Context Visit visit, @PathParam("id") String id, RecurringEnd sent) {
        boolean later = sent != null && Boolean.TRUE.equals(sent.atPeriodEnd());
        return ordered(visit, id, later ? MemberOrder.Kind.CANCEL_AT_PERIOD_END : MemberOrder.Kind.CANCEL);
    }

    /** A page of the card processor's, good for some minutes, where the giver puts in another card. */
    @POST
    @Path("/api/v1/recurring/{id}/card-page")
    public CardPage cardPage(@Context Visit visit, @PathParam("id") String id) {
        return new CardPage(changeCard.page(visit.caller(), Fields.pathId(id)));
    }

    private RecurringJson ordered(Visit visit, String id, MemberOrder.Kind kind) {
        UUID own = Fields.pathId(id);
        change.change(visit.caller(), ChangeRecurring.Wish.to(kind, visit.newId(ids), own));
        return json(visit, own);
    }

    private RecurringJson json(Visit visit, UUID id) {
        return RecurringJson.of(read.own(visit.caller(), id), publicUrl);
    }

    private static Part part(NewRecurringPart sent) {
        NewRecurringPart part = Fields.required("split", sent);
        Optional<String> bucket =
                Optional.of(Fields.optionalText("split", part.bucket(), 80)).filter(slug -> !slug.isEmpty());
        return new Part(Fields.text("split", part.pool(), 80), bucket, Fields.required("split", part.basisPoints()));
    }

    /** The caller's recurring contributions, the newest first. */
    public record RecurringList(List<RecurringJson> items, Optional<String> next) {}

    /**
     * What is to be from the next payment on; what is missing stays.
     *
     * @param amount what is meant for the Pools
     * @param split 10,000 basis points together
     */
    public record RecurringChange(MoneyJson amount, List<NewRecurringPart> split) {}

    /** Part of every payment. {@code pool} and {@code bucket} are slugs. */
    public record NewRecurringPart(String pool, String bucket, Integer basisPoints) {}

    /** When to end it. {@code atPeriodEnd} false or missing: at once. */
    public record RecurringEnd(Boolean atPeriodEnd) {}

    /** Where to go. */
    public record CardPage(String url) {}
}
