package coop.pools.governance.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.EndDelegation;
import coop.pools.governance.GiveDelegation;
import coop.pools.governance.ReadDelegations;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.Topic;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who votes for a member on a topic unless they vote themselves: money, members, rules, all or {@code bucket:SLUG}. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class DelegationsApi {
    private final Bodies bodies;
    private final DelegationUses uses;
    private final ReadPeople people;

    public DelegationsApi(Bodies bodies, DelegationUses uses, ReadPeople people) {
        this.bodies = bodies;
        this.uses = uses;
        this.people = people;
    }

    /** What people do about delegates, grouped for the edge. */
    public record DelegationUses(GiveDelegation give, EndDelegation end, ReadDelegations read) {}

    @GET
    @Path("/api/v1/pools/{slug}/delegations/{topic}")
    public DelegationJson one(@Context Visit visit, @PathParam("slug") String slug, @PathParam("topic") String topic) {
        return json(visit.caller(), body(BodyRef.Kind.POOL, slug), topic(topic));
    }

    @PUT
    @Path("/api/v1/pools/{slug}/delegations/{topic}")
    @Consumes(MediaType.APPLICATION_JSON)
    public DelegationJson give(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @PathParam("topic") String topic,
            NewDelegation sent) {
        return give(visit.caller(), body(BodyRef.Kind.POOL, slug), topic(topic), sent);
    }

    @DELETE
    @Path("/api/v1/pools/{slug}/delegations/{topic}")
    @ApiResponse(responseCode = "204", description = "done")
    public void end(@Context Visit visit, @PathParam("slug") String slug, @PathParam("topic") String topic) {
        uses.end().end(visit.caller(), body(BodyRef.Kind.POOL, slug), topic(topic));
    }

    @GET
    @Path("/api/v1/floods/{slug}/delegations/{topic}")
    public DelegationJson oneInFlood(
            @Context Visit visit, @PathParam("slug") String slug, @PathParam("topic") String topic) {
        return json(visit.caller(), body(BodyRef.Kind.FLOOD, slug), topic(topic));
    }

    @PUT
    @Path("/api/v1/floods/{slug}/delegations/{topic}")
    @Consumes(MediaType.APPLICATION_JSON)
    public DelegationJson giveInFlood(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @PathParam("topic") String topic,
            NewDelegation sent) {
        return give(visit.caller(), body(BodyRef.Kind.FLOOD, slug), topic(topic), sent);
    }

    @DELETE
    @Path("/api/v1/floods/{slug}/delegations/{topic}")
    @ApiResponse(responseCode = "204", description = "done")
    public void endInFlood(@Context Visit visit, @PathParam("slug") String slug, @PathParam("topic") String topic) {
        uses.end().end(visit.caller(), body(BodyRef.Kind.FLOOD, slug), topic(topic));
    }

    private DelegationJson give(Caller caller, BodyRef body, Topic topic, NewDelegation sent) {
        NewDelegation asked = Fields.required("body", sent);
        uses.give()
                .give(caller, body, topic, Fields.id("delegate", asked.delegate()), Optional.ofNullable(asked.days()));
        return json(caller, body, topic);
    }

    private DelegationJson json(Caller caller, BodyRef body, Topic topic) {
        ReadDelegations.OnTopic on = uses.read().on(caller, body, topic);
        List<UUID> known = new ArrayList<>();
        on.holders().forEach(holder -> known.add(holder.person()));
        on.mine().flatMap(Delegation::delegate).ifPresent(known::add);
        Map<UUID, String> names = people.names(known);
        Bodies.Delegating rule = uses.read().rule(body);
        Optional<UUID> delegate = on.mine().flatMap(Delegation::delegate);
        return new DelegationJson(
                topic.word(),
                rule.allowed(),
                rule.maxHeld(),
                rule.days(),
                delegate,
                delegate.map(names::get),
                on.mine().map(mine -> mine.topic().word()),
                on.mine().map(Delegation::givenAt),
                on.mine().flatMap(Delegation::expiresAt),
                on.heldByMe(),
                on.delegating(),
                on.holders().stream()
                        .map(each -> new HolderJson(
                                each.person(), Optional.ofNullable(names.get(each.person())), each.people()))
                        .toList());
    }

    private BodyRef body(BodyRef.Kind kind, String slug) {
        return bodies.bySlug(kind, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private static Topic topic(String word) {
        return Topic.of(word).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** Who should vote for me, a member's id, and for how many days; without {@code days} as long as allowed. */
    public record NewDelegation(String delegate, Integer days) {}

    /**
     * Who votes for the caller on a topic.
     *
     * @param allowed whether the bylaws have delegates at all
     * @param by the topic of the delegation that holds: this one or a wider one
     * @param heldByMe for how many others the caller would vote
     * @param delegating how many members have a delegate on the topic
     * @param holders who would vote for the most others, at most 20
     */
    public record DelegationJson(
            String topic,
            boolean allowed,
            int maxHeld,
            int maxDays,
            Optional<UUID> delegate,
            Optional<String> delegateName,
            Optional<String> by,
            Optional<Instant> since,
            Optional<Instant> expiresAt,
            int heldByMe,
            int delegating,
            List<HolderJson> holders) {}

    /** A delegate, and for how many others they would vote. */
    public record HolderJson(UUID person, Optional<String> name, int people) {}
}
