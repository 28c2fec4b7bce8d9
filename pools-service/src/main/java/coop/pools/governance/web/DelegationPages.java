package coop.pools.governance.web;

import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Bodies;
import coop.pools.governance.ReadDelegations;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.Topic;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The page on which a member names delegates and ends them. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class DelegationPages {
    private static final String TEMPLATE = "/templates/governance/delegations.ftlh";
    private static final Map<String, String> LABELS = Map.of(
            "money", "Money", "members", "Members and stewards", "rules", "Rules and Floods", "all", "Everything");

    private final Pages pages;
    private final Bodies bodies;
    private final DelegationsApi.DelegationUses uses;
    private final ActionSubjects subjects;
    private final ReadPeople people;

    public DelegationPages(
            Pages pages,
            Bodies bodies,
            DelegationsApi.DelegationUses uses,
            ActionSubjects subjects,
            ReadPeople people) {
        this.pages = pages;
        this.bodies = bodies;
        this.uses = uses;
        this.subjects = subjects;
        this.people = people;
    }

    @GET
    @Path("/pools/{slug}/delegations")
    public Page show(@Context Visit visit, @PathParam("slug") String slug) {
        return pages.page(visit, TEMPLATE, model(visit.caller(), body(BodyRef.Kind.POOL, slug)));
    }

    @POST
    @Path("/pools/{slug}/delegations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @FormParam("topic") String topic,
            @FormParam("delegate") String delegate,
            @FormParam("delegate-name") String name) {
        return give(visit, body(BodyRef.Kind.POOL, slug), topic, new NamedMembers.Said(delegate, name));
    }

    @POST
    @Path("/pools/{slug}/delegations/{topic}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@Context Visit visit, @PathParam("slug") String slug, @PathParam("topic") String topic) {
        Bodies.Body body = body(BodyRef.Kind.POOL, slug);
        return orAgain(visit, body, () -> uses.end().end(visit.caller(), body.ref(), topic(topic)));
    }

    @GET
    @Path("/floods/{slug}/delegations")
    public Page showInFlood(@Context Visit visit, @PathParam("slug") String slug) {
        return pages.page(visit, TEMPLATE, model(visit.caller(), body(BodyRef.Kind.FLOOD, slug)));
    }

    @POST
    @Path("/floods/{slug}/delegations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveInFlood(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @FormParam("topic") String topic,
            @FormParam("delegate") String delegate,
            @FormParam("delegate-name") String name) {
        return give(visit, body(BodyRef.Kind.FLOOD, slug), topic, new NamedMembers.Said(delegate, name));
    }

    @POST
    @Path("/floods/{slug}/delegations/{topic}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endInFlood(@Context Visit visit, @PathParam("slug") String slug, @PathParam("topic") String topic) {
        Bodies.Body body = body(BodyRef.Kind.FLOOD, slug);
        return orAgain(visit, body, () -> uses.end().end(visit.caller(), body.ref(), topic(topic)));
    }

    private Response give(Visit visit, Bodies.Body body, String topic, NamedMembers.Said delegate) {
        NamedMembers named = new NamedMembers(bodies, subjects);
        return orAgain(
                visit,
                body,
                () -> uses.give()
                        .give(
                                visit.caller(),
                                body.ref(),
                                topic(topic),
                                named.one(visit.caller().require(Scope.VOTE), body.ref(), "delegate-name", delegate)
                                        .orElseGet(() -> Fields.id("delegate", delegate.chosen())),
                                Optional.empty()));
    }

    private Response orAgain(Visit visit, Bodies.Body body, Runnable work) {
        try {
            work.run();
            return Pages.seeOther(url(body));
        } catch (Refused refused) {
            if (refused.code().kind() == RefusalCode.Kind.UNAUTHENTICATED) {
                throw refused;
            }
            return pages.again(visit, TEMPLATE, model(visit.caller(), body), refused);
        }
    }

    private static String url(Bodies.Body body) {
        return BodyLink.of(body).url() + "/delegations";
    }

    private DelegationsPage model(Caller caller, Bodies.Body body) {
        BodyRef ref = body.ref();
        Bodies.Delegating rule = uses.read().rule(ref);
        List<Topic> topics = new ArrayList<>(Topic.COMMON);
        List<NewProposalPage.Option> choices = new ArrayList<>();
        subjects.buckets(ref).stream()
                .filter(ActionSubjects.BucketChoice::open)
                .limit(50)
                .forEach(bucket -> topics.add(Topic.ofBucket(bucket.slug())));
        topics.forEach(topic -> choices.add(new NewProposalPage.Option(topic.word(), label(ref, topic))));
        List<DelegationsPage.TopicLine> lines = topics.stream()
                .map(topic -> line(caller, ref, topic))
                .filter(line -> line.value().indexOf(':') < 0
                        || !line.delegate().isEmpty()
                        || !line.holders().isEmpty())
                .toList();
        return new DelegationsPage(
                BodyLink.of(body),
                url(body),
                rule.allowed(),
                rule.maxHeld(),
                rule.days(),
                lines,
                choices,
                subjects.members(ref).stream()
                        .filter(member -> !caller.is(member.id()))
                        .map(NewProposalPage.Option::of)
                        .toList());
    }

    private DelegationsPage.TopicLine line(Caller caller, BodyRef body, Topic topic) {
        ReadDelegations.OnTopic on = uses.read().on(caller, body, topic);
        Map<UUID, String> names = people.names(
                on.holders().stream().map(ReadDelegations.Holder::person).toList());
        return new DelegationsPage.TopicLine(
                topic.word(),
                topic.word().replace(':', '-'),
                label(body, topic),
                on.mine().flatMap(Delegation::delegate).map(people::name).orElse(""),
                on.mine().flatMap(Delegation::expiresAt).map(InstantText::day).orElse(""),
                on.mine()
                        .map(Delegation::topic)
                        .filter(by -> !by.equals(topic))
                        .map(by -> label(body, by))
                        .orElse(""),
                on.heldByMe(),
                on.delegating() + (on.delegating() == 1 ? " member has" : " members have")
                        + " a delegate; whom they trust most",
                on.holders().stream()
                        .map(holder -> names.getOrDefault(holder.person(), "A former member") + " votes for "
                                + holder.people())
                        .toList());
    }

    private String label(BodyRef body, Topic topic) {
        return topic.bucket()
                .map(slug -> "The bucket "
                        + subjects.buckets(body).stream()
                                .filter(bucket -> bucket.slug().equals(slug))
                                .map(ActionSubjects.BucketChoice::name)
                                .findFirst()
                                .orElse(slug))
                .orElseGet(() -> LABELS.get(topic.word()));
    }

    private Bodies.Body body(BodyRef.Kind kind, String slug) {
        return bodies.bySlug(kind, slug).map(bodies::read).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private static Topic topic(String word) {
        return Topic.of(word == null ? "" : word).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
