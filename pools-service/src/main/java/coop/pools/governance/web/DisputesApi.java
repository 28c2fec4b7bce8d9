package coop.pools.governance.web;

import coop.pools.governance.ReadDisputes;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Dispute;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Concerns about payments, and the ombuds who answer them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class DisputesApi {
    private final CaseActs acts;
    private final ProposalReaders readers;
    private final ReadPeople people;

    public DisputesApi(CaseActs acts, ProposalReaders readers, ReadPeople people) {
        this.acts = acts;
        this.readers = readers;
        this.people = people;
    }

    @GET
    @Path("/api/v1/proposals/{id}/concerns")
    public CaseJson read(@Context Visit visit, @PathParam("id") String id) {
        return CaseJson.of(acts.read().of(visit.caller(), Fields.pathId(id)));
    }

    @POST
    @Path("/api/v1/proposals/{id}/concerns")
    @Consumes(MediaType.APPLICATION_JSON)
    public CaseJson raise(@Context Visit visit, @PathParam("id") String id, NewConcern sent) {
        NewConcern asked = Fields.required("body", sent);
        acts.raise().raise(visit.caller(), Fields.pathId(id), Fields.required("reason", asked.reason()));
        return read(visit, id);
    }

    @POST
    @Path("/api/v1/proposals/{id}/concerns/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public CaseJson answer(@Context Visit visit, @PathParam("id") String id, NewAnswer sent) {
        NewAnswer asked = Fields.required("body", sent);
        acts.answer().answer(visit.caller(), Fields.pathId(id), answer(asked.answer()), words(asked.cause()));
        return read(visit, id);
    }

    static Dispute.Answer answer(String sent) {
        return Dispute.Answer.ofOmbud(Fields.required("answer", sent))
                .orElseThrow(() -> Fields.invalid("answer", "release, rerun or refer"));
    }

    static String words(String sent) {
        return sent == null ? "" : sent;
    }

    @GET
    @Path("/api/v1/pools/{slug}/ombuds")
    public Ombuds ombuds(@PathParam("slug") String slug) {
        BodyRef pool = readers.bodies()
                .bySlug(BodyRef.Kind.POOL, slug)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        List<Dispute.OmbudTerm> terms = acts.read().ombuds(pool);
        Map<UUID, String> names =
                people.names(terms.stream().map(Dispute.OmbudTerm::person).toList());
        return new Ombuds(terms.stream()
                .map(term -> new OmbudJson(
                        term.person(), names.getOrDefault(term.person(), "Former member"), term.since(), term.until()))
                .toList());
    }

    /** What is wrong with the payment, 10 to 2,000 characters. */
    public record NewConcern(String reason) {}

    /** @param answer release, rerun or refer. @param cause asked for with rerun */
    public record NewAnswer(String answer, String cause) {}

    /**
     * A dispute.
     *
     * @param state open, lapsed, release, rerun, refer or appeal; missing where there is none
     * @param concerns for members
     * @param next the vote that it led to
     */
    public record CaseJson(
            Optional<String> state,
            Optional<Instant> openedAt,
            Optional<Instant> pausedUntil,
            List<ConcernJson> concerns,
            Optional<Instant> answeredAt,
            Optional<String> cause,
            Optional<UUID> next) {
        static CaseJson of(ReadDisputes.Case seen) {
            Optional<Dispute> dispute = seen.dispute();
            return new CaseJson(
                    Optional.of(seen.state()).filter(state -> !state.isEmpty()),
                    dispute.map(Dispute::openedAt),
                    dispute.map(Dispute::pausedUntil),
                    seen.concerns().stream()
                            .map(one -> new ConcernJson(one.raisedBy(), one.reason(), one.raisedAt()))
                            .toList(),
                    dispute.flatMap(Dispute::answeredAt),
                    seen.concerns().isEmpty() ? Optional.empty() : dispute.map(Dispute::cause),
                    dispute.flatMap(Dispute::next));
        }
    }

    /** One person's concern. */
    public record ConcernJson(UUID raisedBy, String reason, Instant raisedAt) {}

    /** The ombuds of a Pool, in the order in which they stand in for each other. */
    public record Ombuds(List<OmbudJson> items) {}

    /** An ombud; the names are public. */
    public record OmbudJson(UUID person, String name, Instant since, Instant until) {}
}
