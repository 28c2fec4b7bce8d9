package coop.pools.bucket.web;

import coop.pools.bucket.OpenBucket;
import coop.pools.bucket.ReadBuckets;
import coop.pools.bucket.ReadBuckets.Filled;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.web.BodyPlace;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The pages of the buckets of Pools and Floods. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class BucketPages {
    private static final String LIST = "/templates/bucket/buckets.ftlh";
    private static final String NEW = "/templates/bucket/new-bucket.ftlh";

    private final Pages pages;
    private final OpenBucket open;
    private final ReadBuckets buckets;
    private final Bodies bodies;

    public BucketPages(Pages pages, OpenBucket open, ReadBuckets buckets, Bodies bodies) {
        this.pages = pages;
        this.open = open;
        this.buckets = buckets;
        this.bodies = bodies;
    }

    @GET
    @Path("/{kind:pools|floods}/{slug}/buckets")
    public Page list(
            @Context Visit visit,
            @PathParam("kind") String kind,
            @PathParam("slug") String slug,
            @QueryParam("said") String said) {
        Bodies.Body pool = body(kind, slug);
        boolean member = visit.caller()
                .person()
                .filter(person -> bodies.isMember(pool.ref(), person))
                .isPresent();
        List<Filled> all = buckets.ofPool(pool.ref().id());
        ListModel model = new ListModel(
                BodyPlace.of(pool),
                member,
                all.stream().filter(f -> f.bucket().isOpen()).map(Item::of).toList(),
                all.stream().filter(f -> !f.bucket().isOpen()).map(Item::of).toList());
        return pages.saying(visit, LIST, model, said);
    }

    @GET
    @Path("/{kind:pools|floods}/{slug}/buckets/new")
    public Page write(@Context Visit visit, @PathParam("kind") String kind, @PathParam("slug") String slug) {
        Bodies.Body pool = body(kind, slug);
        return pages.page(visit, NEW, new NewModel(BodyPlace.of(pool), pool.currency(), "", "", ""));
    }

    @POST
    @Path("/{kind:pools|floods}/{slug}/buckets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(
            @Context Visit visit,
            @PathParam("kind") String kind,
            @PathParam("slug") String slug,
            @FormParam("id") String formId,
            @FormParam("name") String name,
            @FormParam("purpose") String purpose,
            @FormParam("goal") String goal) {
        Bodies.Body pool = body(kind, slug);
        try {
            open.open(
                    visit.caller(),
                    new OpenBucket.Wish(
                            visit.newId(formId),
                            pool.ref().kind(),
                            slug,
                            Fields.text("name", name, 80),
                            Fields.optionalText("purpose", purpose, 600),
                            goal(goal, pool.currency())));
            return Pages.seeOther("/" + kind + "/" + slug + "/buckets?said=bucket-opened");
        } catch (Refused refused) {
            RefusalCode.Kind why = refused.code().kind();
            if (why != RefusalCode.Kind.INVALID && why != RefusalCode.Kind.CONFLICT) {
                throw refused;
            }
            NewModel model =
                    new NewModel(BodyPlace.of(pool), pool.currency(), shown(name), shown(purpose), shown(goal));
            return pages.again(visit, NEW, model, refused);
        }
    }

    private static Optional<Money> goal(String sent, String currency) {
        String text = Fields.optionalText("goal", sent, 30);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Money goal = MoneyText.read("goal", text, Currency.getInstance(currency));
        if (!goal.isPositive()) {
            throw Fields.invalid("goal", "must be above zero");
        }
        return Optional.of(goal);
    }

    private Bodies.Body body(String kind, String slug) {
        return bodies.bySlug(kind.equals("pools") ? BodyRef.Kind.POOL : BodyRef.Kind.FLOOD, slug)
                .map(bodies::read)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private static String shown(String sent) {
        return sent == null || sent.length() > 600 ? "" : sent;
    }

    /** What the list shows. */
    public record ListModel(BodyPlace body, boolean member, List<Item> open, List<Item> closed) {}

    /** One bucket; amounts are for people, {@code filled} and {@code wanted} in the smallest unit, 0 without a goal. */
    public record Item(
            String slug, String name, String purpose, String balance, String goal, long filled, long wanted) {
        static Item of(Filled filled) {
            return new Item(
                    filled.bucket().slug(),
                    filled.bucket().name(),
                    filled.bucket().purpose(),
                    MoneyText.of(filled.balance()),
                    filled.bucket().goal().map(MoneyText::of).orElse(""),
                    filled.balance().minorUnits(),
                    filled.bucket().goal().map(Money::minorUnits).orElse(0L));
        }
    }

    /** What the form shows. */
    public record NewModel(BodyPlace body, String currency, String name, String purpose, String goal) {}
}
