package coop.pools.founding.web;

import coop.pools.founding.FoundPool;
import coop.pools.founding.Wish;
import coop.pools.kernel.IdSource;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import coop.pools.pool.domain.Pool;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The one click, for programs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class FoundingApi {
    private final FoundPool foundPool;
    private final IdSource ids;
    private final Function<String, Object> poolView;

    /** @param poolView from a slug to the Pool as {@code GET /pools/{slug}} answers it */
    public FoundingApi(FoundPool foundPool, IdSource ids, Function<String, Object> poolView) {
        this.foundPool = foundPool;
        this.ids = ids;
        this.poolView = poolView;
    }

    /** 201 with the Pool; 409 POOL_EXISTS with its {@code slug} when the group has one. */
    @POST
    @Path("/api/v1/pools")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response found(@Context Visit visit, NewPool sent) {
        NewPool body = Fields.required("body", sent);
        Wish wish = new Wish(
                Fields.text("source", body.source(), 40),
                Fields.text("groupId", body.groupId(), 200),
                optional("name", body.name(), 200),
                optional("currency", body.currency(), 10),
                optional("legalForm", body.legalForm(), 40),
                optional("purpose", body.purpose(), 600),
                body.rules() == null ? Map.of() : body.rules());
        Pool pool = foundPool.found(visit.caller(), visit.newId(ids), wish);
        return Response.created(URI.create("/api/v1/pools/" + pool.slug()))
                .entity(poolView.apply(pool.slug()))
                .build();
    }

    private static Optional<String> optional(String field, String sent, int most) {
        return Optional.of(Fields.optionalText(field, sent, most)).filter(text -> !text.isEmpty());
    }

    /** A Pool to found; only source and groupId are needed. */
    public record NewPool(
            String source,
            String groupId,
            String name,
            String currency,
            String legalForm,
            String purpose,
            Map<String, Object> rules) {}
}
