package coop.pools.flood.web;

import coop.pools.flood.Costs;
import coop.pools.flood.PreviewLeaving;
import coop.pools.flood.PreviewLeaving.Preview;
import coop.pools.flood.ReadCosts;
import coop.pools.flood.ReadPledges;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What a Flood's payments cost its Pools, and what a Pool would take along; public, as the books are. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class FloodMoneyApi {
    private final FloodReaders readers;
    private final ReadCosts costs;
    private final PreviewLeaving leaving;
    private final ReadPledges pledges;

    public FloodMoneyApi(FloodReaders readers, ReadCosts costs, PreviewLeaving leaving, ReadPledges pledges) {
        this.readers = readers;
        this.costs = costs;
        this.leaving = leaving;
        this.pledges = pledges;
    }

    @GET
    @Path("/api/v1/floods/{slug}/costs")
    public CostsJson preview(
            @PathParam("slug") String slug,
            @QueryParam("amountMinor") String amountMinor,
            @QueryParam("bucket") String bucket) {
        Flood flood = readers.floods().bySlug(slug);
        Money amount = new Money(minor(amountMinor), Currency.getInstance(flood.currency()));
        String from = Fields.optionalText("bucket", bucket, 80);
        return CostsJson.of(costs.preview(flood, amount, Optional.of(from).filter(text -> !text.isEmpty())));
    }

    /** Before and after the vote is carried out; NOT_FOUND for one that moves no money of a Flood. */
    @GET
    @Path("/api/v1/proposals/{id}/costs")
    public CostsJson ofProposal(@PathParam("id") String id) {
        Proposal proposal = readers.proposals().one(Fields.pathId(id)).proposal();
        return costs.of(proposal.id(), proposal.body(), proposal.action())
                .map(CostsJson::of)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    @GET
    @Path("/api/v1/floods/{slug}/pools/{pool}/leaving")
    public LeavingJson leaving(@PathParam("slug") String slug, @PathParam("pool") String pool) {
        return leaving(slug, pool, BodyRef.Kind.POOL);
    }

    /** What a Flood would take along for its members. */
    @GET
    @Path("/api/v1/floods/{slug}/floods/{flood}/leaving")
    public LeavingJson leavingOfFlood(@PathParam("slug") String slug, @PathParam("flood") String flood) {
        return leaving(slug, flood, BodyRef.Kind.FLOOD);
    }

    private LeavingJson leaving(String slug, String member, BodyRef.Kind kind) {
        Flood flood = readers.floods().bySlug(slug);
        return readers.view(slug).joined().stream()
                .filter(place ->
                        place.pool().slug().equals(member) && place.pool().ref().kind() == kind)
                .findFirst()
                .flatMap(place -> leaving.of(flood.id(), place.pool().id()))
                .map(LeavingJson::of)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    @GET
    @Path("/api/v1/floods/{slug}/pledges")
    public PledgeJson.Items pledges(@PathParam("slug") String slug) {
        Flood flood = readers.floods().bySlug(slug);
        return new PledgeJson.Items(
                pledges.ofFlood(flood).stream().map(PledgeJson::of).toList());
    }

    private static long minor(String sent) {
        String text = Fields.text("amountMinor", sent, 18);
        if (!text.matches("[1-9][0-9]{0,14}")) {
            throw Fields.invalid("amountMinor", "a whole number above zero");
        }
        return Long.parseLong(text);
    }

    /**
     * How an amount is shared.
     *
     * @param done whether it has happened
     * @param whole whether it can be paid as things stand, or was
     * @param covered whether others bear what some lack
     * @param key {@code equal_pools}, {@code by_members}, {@code by_pledge} or {@code by_available}
     * @param shortfall {@code stop} or {@code others_may_cover}
     * @param stopping the names of those whose stopped payouts keep a part of it back
     * @param pools in the order of joining
     */
    public record CostsJson(
            MoneyJson amount,
            boolean done,
            boolean whole,
            boolean covered,
            MoneyJson lacking,
            String key,
            String shortfall,
            List<String> stopping,
            List<LineJson> pools) {
        static CostsJson of(Costs costs) {
            return new CostsJson(
                    MoneyJson.of(costs.amount()),
                    costs.done(),
                    costs.whole(),
                    costs.covered(),
                    MoneyJson.of(costs.lacking()),
                    costs.terms().key().word(),
                    costs.terms().shortfall().word(),
                    costs.state().stopping(),
                    costs.lines().stream().map(LineJson::of).toList());
        }
    }

    /**
     * One Pool, or a Flood that belongs to this one.
     *
     * @param kind {@code pool} or {@code flood}
     * @param share by the key alone
     * @param drawn with what it covers for others; zero where nothing can be drawn at all
     */
    public record LineJson(
            String pool,
            String kind,
            String name,
            MoneyJson free,
            MoneyJson share,
            MoneyJson lacking,
            MoneyJson drawn) {
        static LineJson of(Costs.Line line) {
            return new LineJson(
                    line.slug(),
                    line.kind().word(),
                    line.name(),
                    MoneyJson.of(line.free()),
                    MoneyJson.of(line.asked()),
                    MoneyJson.of(line.lacking()),
                    MoneyJson.of(line.drawn()));
        }
    }

    /**
     * What a Pool would take along if it left now.
     *
     * @param formula in words
     * @param released what of {@code home} the Pool keeps itself
     * @param returned what of {@code home} it had handed over
     * @param fromLarger what of {@code home} is its part of what the Flood has in larger ones
     */
    public record LeavingJson(
            String formula,
            MoneyJson putIn,
            MoneyJson spent,
            MoneyJson inFlood,
            MoneyJson committed,
            MoneyJson home,
            MoneyJson released,
            MoneyJson returned,
            MoneyJson fromLarger) {
        static LeavingJson of(Preview preview) {
            return new LeavingJson(
                    "inFlood = putIn - spent; home = inFlood - committed; home = released + returned",
                    MoneyJson.of(preview.putIn()),
                    MoneyJson.of(preview.spent()),
                    MoneyJson.of(preview.inFlood()),
                    MoneyJson.of(preview.committed()),
                    MoneyJson.of(preview.home()),
                    MoneyJson.of(preview.released()),
                    MoneyJson.of(preview.returned()),
                    MoneyJson.of(preview.fromLarger()));
        }
    }
}
