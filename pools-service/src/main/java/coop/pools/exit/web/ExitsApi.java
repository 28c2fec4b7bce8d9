package coop.pools.exit.web;

import coop.pools.exit.ReadExits;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What those get who have left a Pool. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ExitsApi {
    private final ReadPools pools;
    private final ReadExits exits;

    public ExitsApi(ReadPools pools, ReadExits exits) {
        this.pools = pools;
        this.exits = exits;
    }

    /** The newest first, at most 200; the oldest is paid first. Whose they are is not said here; the payouts say it. */
    @GET
    @Path("/api/v1/pools/{slug}/exits")
    public Exits list(@Context Visit visit, @PathParam("slug") String slug) {
        return new Exits(exits.ofPool(visit.caller(), pools.bySlug(slug).id()).stream()
                .map(Exit::of)
                .toList());
    }

    /** Claims. */
    public record Exits(List<Exit> items) {}

    /**
     * A claim of somebody who has left.
     *
     * @param reason left, removed or ended
     * @param given what they gave as a member; {@code amount} what was left of it, less {@code lowered} because
     *     gifts were refunded or disputed since
     * @param paid what has gone out; {@code aside} what is on its way; {@code waits} for money to come in
     * @param mine whether it is the caller's
     * @param payee the caller's own, to give bank details for
     */
    public record Exit(
            UUID id,
            String reason,
            MoneyJson given,
            MoneyJson amount,
            MoneyJson lowered,
            MoneyJson paid,
            MoneyJson aside,
            MoneyJson waits,
            Instant askedAt,
            Optional<Instant> settledAt,
            boolean mine,
            Optional<UUID> payee) {
        static Exit of(ReadExits.Line line) {
            return new Exit(
                    line.claim().id(),
                    line.claim().reason(),
                    MoneyJson.of(line.claim().given()),
                    MoneyJson.of(line.claim().amount()),
                    MoneyJson.of(line.claim().lowered()),
                    MoneyJson.of(line.paid()),
                    MoneyJson.of(line.aside()),
                    MoneyJson.of(line.waits()),
                    line.claim().askedAt(),
                    line.claim().settledAt(),
                    line.mine(),
                    line.payee().map(payee -> payee.id()));
        }
    }
}
