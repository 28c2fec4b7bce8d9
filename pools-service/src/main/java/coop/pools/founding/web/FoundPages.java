package coop.pools.founding.web;

import coop.pools.bylaws.web.RuleFields;
import coop.pools.founding.FoundPool;
import coop.pools.founding.Wish;
import coop.pools.identity.IdentityRefusal;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.membership.CsvRosters;
import coop.pools.membership.ReadGroups;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.pool.Members;
import coop.pools.pool.PoolRefusal;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The one click: what would be kept of a group and on which terms, and the button that makes it a Pool. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class FoundPages {
    private static final String TEMPLATE = "/templates/founding/found.ftlh";

    private final Pages pages;
    private final ReadGroups groups;
    private final Pools pools;
    private final FoundPool foundPool;
    private final FoundShowing showing;

    public FoundPages(Pages pages, ReadGroups groups, Pools pools, FoundPool foundPool, FoundShowing showing) {
        this.pages = pages;
        this.groups = groups;
        this.pools = pools;
        this.foundPool = foundPool;
        this.showing = showing;
    }

    /** What founding would do; nothing is stored by looking. A group that has its Pool leads there. */
    @GET
    @Path("/groups/{source}/{id}")
    public Response look(@Context Visit visit, @PathParam("source") String source, @PathParam("id") String id) {
        visit.caller().require(Scope.ORGANISE);
        Optional<Pool> present = pools.of(visit, source, id);
        if (present.isPresent()) {
            return there(present.get().slug());
        }
        try {
            ReadGroups.Preview preview = groups.preview(visit.caller(), source, id);
            return Response.ok(pages.page(visit, TEMPLATE, showing.model(preview, Map.of())))
                    .build();
        } catch (Refused refused) {
            if (refused.code() == IdentityRefusal.SOURCE_SIGN_IN_NEEDED) {
                return Pages.seeOther("/groups");
            }
            throw refused;
        }
    }

    /** Clicked again, or by two at once, it leads to the one Pool there is. */
    @POST
    @Path("/groups/{source}/{id}/found")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response found(
            @Context Visit visit,
            @PathParam("source") String source,
            @PathParam("id") String id,
            MultivaluedMap<String, String> form) {
        Map<String, String> sent = new HashMap<>();
        form.forEach((field, values) -> sent.put(field, values.get(0)));
        try {
            Pool pool = foundPool.found(visit.caller(), visit.newId(sent.get("id")), wish(source, id, sent));
            return Pages.seeOther("/pools/" + pool.slug() + "?said=founded");
        } catch (Refused refused) {
            if (refused.code() == PoolRefusal.POOL_EXISTS) {
                return there(String.valueOf(refused.facts().get("slug")));
            }
            if (refused.code().kind() != RefusalCode.Kind.INVALID) {
                throw refused;
            }
            ReadGroups.Preview preview = groups.preview(visit.caller(), source, id);
            return pages.again(visit, TEMPLATE, showing.model(preview, sent), FoundShowing.atField(refused));
        }
    }

    private Wish wish(String source, String id, Map<String, String> sent) {
        String form = Fields.text("legalForm", sent.get("legalForm"), 40);
        return new Wish(
                source,
                id,
                Optional.of(Fields.text("name", sent.get("name"), 120)),
                Optional.of(Fields.text("currency", sent.get("currency"), 10)),
                Optional.of(form),
                Optional.empty(),
                RuleFields.changes(showing.edition(form).defaults(), sent));
    }

    private static Response there(String slug) {
        return Pages.seeOther("/pools/" + slug + "?said=exists");
    }

    /** Finds the Pool that a group has already. */
    public record Pools(ReadPools pools, Members members) {
        /** An upload is its uploader's alone: only a member is told what has become of it. */
        Optional<Pool> of(Visit visit, String source, String groupId) {
            return pools.byGroup(source, groupId)
                    .filter(pool -> !source.equals(CsvRosters.NAME)
                            || visit.caller()
                                    .person()
                                    .filter(person -> members.isMember(pool.id(), person))
                                    .isPresent());
        }
    }
}
