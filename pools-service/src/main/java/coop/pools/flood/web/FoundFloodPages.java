package coop.pools.flood.web;

import coop.pools.bylaws.domain.Rules;
import coop.pools.bylaws.web.RuleFields;
import coop.pools.flood.FoundFlood;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.NewFlood;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The form that founds a Flood. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class FoundFloodPages {
    private static final String TEMPLATE = "/templates/flood/new-flood.ftlh";

    private final Pages pages;
    private final FoundFlood foundFlood;
    private final FloodReaders readers;

    public FoundFloodPages(Pages pages, FoundFlood foundFlood, FloodReaders readers) {
        this.pages = pages;
        this.foundFlood = foundFlood;
        this.readers = readers;
    }

    /**
     * @param pool the slug of one of the visitor's Pools, ticked from the start
     * @param flood the same of one of their Floods
     */
    @GET
    @Path("/floods/new")
    public Page write(@Context Visit visit, @QueryParam("pool") String pool, @QueryParam("flood") String flood) {
        List<MemberPool> mine = mine(visit);
        List<Flood> floods = floods(visit);
        boolean known = mine.stream().anyMatch(own -> own.slug().equals(pool));
        boolean knownFlood = floods.stream().anyMatch(own -> own.slug().equals(flood));
        FloodForm form = FloodForm.empty(known ? List.of(pool) : List.of(), knownFlood ? List.of(flood) : List.of());
        return pages.page(visit, TEMPLATE, NewFloodPage.of(mine, floods, form, compact()));
    }

    @POST
    @Path("/floods")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response found(@Context Visit visit, MultivaluedMap<String, String> sent) {
        List<MemberPool> mine = mine(visit);
        var id = visit.newId(sent.getFirst("id"));
        FloodForm form = FloodForm.of(sent);
        try {
            NewFlood wish = new NewFlood(
                    FloodFields.name(form.name()),
                    FloodFields.purpose(form.purpose()),
                    FloodFields.currency(form.currency()),
                    FloodFields.pools(form.pools()),
                    FloodFields.floods(form.floods()),
                    RuleFields.changes(compact(), form.rules()));
            Flood flood = foundFlood.found(visit.caller(), id, wish);
            return Pages.seeOther("/floods/" + flood.slug());
        } catch (Refused refused) {
            if (refused.code().kind() == RefusalCode.Kind.UNAUTHENTICATED) {
                throw refused;
            }
            return pages.again(visit, TEMPLATE, NewFloodPage.of(mine, floods(visit), form, compact()), refused);
        }
    }

    private Rules compact() {
        return readers.bylaws().ofNewFlood();
    }

    private List<MemberPool> mine(Visit visit) {
        return readers.floods().poolsOf(visit.caller().require(Scope.ORGANISE));
    }

    /** Those that can found another one. */
    private List<Flood> floods(Visit visit) {
        return readers.floods().activeOf(visit.caller().require(Scope.ORGANISE)).stream()
                .filter(flood -> !flood.commons())
                .toList();
    }
}
