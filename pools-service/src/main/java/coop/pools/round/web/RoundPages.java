package coop.pools.round.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.round.ChangeAllocation;
import coop.pools.round.ReadRounds;
import coop.pools.round.RoundView;
import coop.pools.round.domain.Allocation;
import coop.pools.round.domain.RoundState;
import coop.pools.treasury.web.BodyPlace;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages of rounds. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class RoundPages {
    /** The field of a bucket begins with it. */
    static final String FIELD = "give-";

    private static final int MOST_GIVERS = 100;
    private static final String LIST = "/templates/round/rounds.ftlh";
    private static final String ONE = "/templates/round/round.ftlh";

    private final Pages pages;
    private final ReadRounds rounds;
    private final ChangeAllocation change;
    private final Bodies bodies;
    private final ReadPeople people;

    public RoundPages(Pages pages, ReadRounds rounds, ChangeAllocation change, Bodies bodies, ReadPeople people) {
        this.pages = pages;
        this.rounds = rounds;
        this.change = change;
        this.bodies = bodies;
        this.people = people;
    }

    @GET
    @Path("/{kind:pools|floods}/{slug}/rounds")
    public Page list(@Context Visit visit, @PathParam("kind") String kind, @PathParam("slug") String slug) {
        BodyRef.Kind of = kind.equals("pools") ? BodyRef.Kind.POOL : BodyRef.Kind.FLOOD;
        BodyRef ref = bodies.bySlug(of, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        List<RoundView> all = rounds.ofBody(visit.caller(), ref);
        return pages.page(
                visit,
                LIST,
                new RoundPage.ListPage(
                        BodyPlace.of(bodies.read(ref)),
                        isMember(visit, ref),
                        all.stream()
                                .filter(view -> view.round().end().isEmpty())
                                .map(RoundPage.Item::of)
                                .toList(),
                        all.stream()
                                .filter(view -> view.round().end().isPresent())
                                .map(RoundPage.Item::of)
                                .toList()));
    }

    @GET
    @Path("/rounds/{id}")
    public Page read(@Context Visit visit, @PathParam("id") String id, @QueryParam("said") String said) {
        return pages.saying(visit, ONE, model(visit, id, Map.of()), said);
    }

    private RoundPage model(Visit visit, String id, Map<String, String> typed) {
        RoundView view = rounds.one(visit.caller(), Fields.pathId(id));
        boolean can = view.state() == RoundState.OPEN && view.mine().isPresent();
        boolean member = isMember(visit, view.round().body());
        return RoundPage.of(view, new RoundPage.Reader(can, member, typed, member ? givers(view) : List.of()));
    }

    /** The first ones by their ids. */
    private List<RoundPage.Giver> givers(RoundView view) {
        Map<UUID, String> buckets = new HashMap<>();
        view.lines()
                .forEach(line -> buckets.put(line.bucket().id(), line.bucket().name()));
        Map<UUID, List<Allocation>> given = new LinkedHashMap<>();
        rounds.allocations(view.round().id(), Optional.empty(), MOST_GIVERS)
                .items()
                .forEach(one -> given.computeIfAbsent(one.person(), person -> new ArrayList<>())
                        .add(one));
        Map<UUID, String> names = people.names(given.keySet());
        return given.entrySet().stream()
                .map(giver -> RoundPage.Giver.of(
                        names.getOrDefault(giver.getKey(), "Former member"), giver.getValue(), buckets))
                .toList();
    }

    @POST
    @Path("/rounds/{id}/allocations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(@Context Visit visit, @PathParam("id") String id, MultivaluedMap<String, String> form) {
        RoundView view = rounds.one(visit.caller(), Fields.pathId(id));
        try {
            change.change(visit.caller(), view.round().id(), wishes(view, form));
            return Pages.seeOther("/rounds/" + id + "?said=share-given");
        } catch (Refused refused) {
            RefusalCode.Kind why = refused.code().kind();
            if (why != RefusalCode.Kind.INVALID && why != RefusalCode.Kind.CONFLICT) {
                throw refused;
            }
            Map<String, String> typed = new HashMap<>();
            form.forEach((field, values) -> typed.put(field, shown(values.get(0))));
            return pages.again(visit, ONE, model(visit, id, typed), onForm(refused));
        }
    }

    private static Map<String, Money> wishes(RoundView view, MultivaluedMap<String, String> form) {
        Currency currency = view.round().share().currency();
        Map<String, Money> wishes = new LinkedHashMap<>();
        for (RoundView.Line line : view.lines()) {
            String slug = line.bucket().slug();
            String typed = form.getFirst(FIELD + slug);
            if (typed != null) {
                wishes.put(
                        slug, typed.isBlank() ? Money.zero(currency) : MoneyText.read(FIELD + slug, typed, currency));
            }
        }
        return wishes;
    }

    /** The field that it is about: a bucket's own, or the whole share. */
    private static Refused onForm(Refused refused) {
        Map<String, Object> facts = new HashMap<>(refused.facts());
        if ("amount".equals(facts.get("field"))) {
            Object bucket = facts.get("bucket");
            facts.put("field", bucket == null ? "share" : FIELD + bucket);
        }
        return new Refused(refused.code(), facts);
    }

    private boolean isMember(Visit visit, BodyRef body) {
        return visit.caller()
                .reader()
                .filter(person -> bodies.isMember(body, person))
                .isPresent();
    }

    private static String shown(String sent) {
        return sent.length() > 30 ? "" : sent;
    }
}
