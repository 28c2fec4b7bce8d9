package coop.pools.membership.web;

import coop.pools.bylaws.Acceptance;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.membership.JoinPool;
import coop.pools.membership.LeavePool;
import coop.pools.membership.MembershipRefusal;
import coop.pools.membership.ReadMembers;
import coop.pools.membership.domain.ExitShare;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is in a Pool; joining and leaving it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class MembersApi {
    private final ReadPools pools;
    private final ReadMembers members;
    private final JoinPool joinPool;
    private final LeavePool leavePool;

    public MembersApi(ReadPools pools, ReadMembers members, JoinPool joinPool, LeavePool leavePool) {
        this.pools = pools;
        this.members = members;
        this.joinPool = joinPool;
        this.leavePool = leavePool;
    }

    /** In the order of joining; for members only. {@code after} is the number of the last one seen. */
    @GET
    @Path("/api/v1/pools/{slug}/members")
    public Members members(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        int most = Fields.limit(limit);
        int from = (int) Math.min(Integer.MAX_VALUE, Fields.afterSeq(after));
        Pool pool = pools.bySlug(slug);
        List<Member> items = members.list(visit.caller(), pool.id(), from, most).stream()
                .map(member -> new Member(member.number(), member.person(), member.name(), member.joinedAt()))
                .toList();
        Optional<String> next = items.size() < most
                ? Optional.empty()
                : Optional.of(String.valueOf(items.get(items.size() - 1).number()));
        return new Members(items, next);
    }

    /**
     * Accepts the bylaws in force and joins: the request itself is the yes, also with an empty body. Whoever sends
     * {@code sha256} accepts that text only. 201 for a new member, 200 for one already.
     */
    @POST
    @Path("/api/v1/pools/{slug}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response join(@Context Visit visit, @PathParam("slug") String slug, Joining sent) {
        Caller caller = visit.caller();
        Joining body = sent == null ? Joining.NOTHING : sent;
        if (Boolean.FALSE.equals(body.acceptBylaws())) {
            throw new Refused(MembershipRefusal.BYLAWS_NOT_ACCEPTED);
        }
        JoinPool.Yes yes = new JoinPool.Yes(
                Optional.ofNullable(body.sha256()).map(hash -> Fields.text("sha256", hash, 64)),
                Optional.ofNullable(body.invitation()).map(secret -> Fields.text("invitation", secret, 100)));
        JoinPool.Joined joined = joinPool.join(caller, pools.bySlug(slug).id(), yes);
        return Response.status(joined.isNew() ? 201 : 200)
                .entity(Joined.of(joined))
                .build();
    }

    /** Leaves at once and answers what is paid out and why; {@code preview=true} only answers it. */
    @DELETE
    @Path("/api/v1/pools/{slug}/members/me")
    public Leaving leave(@Context Visit visit, @PathParam("slug") String slug, @QueryParam("preview") String preview) {
        if (preview != null && !preview.equals("true") && !preview.equals("false")) {
            throw Fields.invalid("preview", "true or false");
        }
        ExitShare share = leavePool.leave(visit.caller(), pools.bySlug(slug), "true".equals(preview));
        return Leaving.of(share);
    }

    /** Members of a Pool. */
    public record Members(List<Member> items, Optional<String> next) {}

    /** A member. */
    public record Member(int number, UUID person, String name, Instant joinedAt) {}

    /** What somebody says who joins; all of it may be missing. */
    public record Joining(Boolean acceptBylaws, String sha256, String invitation) {
        static final Joining NOTHING = new Joining(null, null, null);
    }

    /** The caller's membership and their yes to the bylaws. */
    public record Joined(int number, UUID person, Instant joinedAt, Optional<Accepted> accepted) {
        static Joined of(JoinPool.Joined joined) {
            return new Joined(
                    joined.membership().number(),
                    joined.membership().personId(),
                    joined.membership().joinedAt(),
                    joined.acceptance().map(Accepted::of));
        }
    }

    /** A yes to one exact text. */
    public record Accepted(int version, String sha256, Instant at) {
        static Accepted of(Acceptance acceptance) {
            return new Accepted(acceptance.version(), acceptance.sha256(), acceptance.acceptedAt());
        }
    }

    /**
     * What is paid to a member who leaves, and how it was worked out: {@code exitShare} is given - spent - borne.
     *
     * @param borne their part of payments that they agreed to and that are still to be made
     * @param now what of it is set aside at once; {@code later} waits for money to come in
     */
    public record Leaving(
            MoneyJson exitShare,
            String formula,
            MoneyJson given,
            MoneyJson spent,
            MoneyJson borne,
            MoneyJson now,
            MoneyJson later) {
        static Leaving of(ExitShare share) {
            return new Leaving(
                    MoneyJson.of(share.amount()),
                    ExitWords.formula(share),
                    MoneyJson.of(share.given()),
                    MoneyJson.of(share.spent()),
                    MoneyJson.of(share.borne()),
                    MoneyJson.of(share.now()),
                    MoneyJson.of(share.later()));
        }
    }
}
