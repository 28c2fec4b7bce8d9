package coop.pools.governance.web;

import coop.pools.governance.CommentOnProposal;
import coop.pools.governance.domain.Stance;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages of one proposal and the forms on them. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class ProposalPages {
    private static final String PROPOSAL = "/templates/governance/proposal.ftlh";
    private static final String COUNT = "/templates/governance/count.ftlh";

    private final Pages pages;
    private final ProposalActs acts;
    private final CaseActs cases;
    private final ProposalShowing showing;

    public ProposalPages(Pages pages, ProposalActs acts, CaseActs cases, ProposalShowing showing) {
        this.cases = cases;
        this.pages = pages;
        this.acts = acts;
        this.showing = showing;
    }

    @GET
    @Path("/proposals/{id}")
    public Response one(
            @Context Visit visit,
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("reply") String reply) {
        if (acts.preparation().read().draft(visit.caller(), Fields.pathId(id)).isPresent()) {
            return Pages.seeOther("/proposals/" + Fields.pathId(id) + "/edit");
        }
        Optional<UUID> last = Optional.ofNullable(after).map(Fields::pathId);
        return Response.ok(pages.page(
                        visit,
                        PROPOSAL,
                        showing.page(
                                visit.caller(),
                                Fields.pathId(id),
                                last,
                                ProposalShowing.Typed.answering(
                                        Optional.ofNullable(reply).map(Fields::pathId)))))
                .build();
    }

    @GET
    @Path("/proposals/{id}/count")
    public Page count(@Context Visit visit, @PathParam("id") String id, @QueryParam("after") String after) {
        Optional<UUID> last = Optional.ofNullable(after).map(Fields::pathId);
        return pages.page(visit, COUNT, showing.count(visit.caller(), Fields.pathId(id), last));
    }

    @POST
    @Path("/proposals/{id}/ballot")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response vote(@Context Visit visit, @PathParam("id") String id, MultivaluedMap<String, String> form) {
        UUID proposal = Fields.pathId(id);
        Optional<String> why = Optional.ofNullable(form.getFirst("reason"));
        Optional<String> choice = Optional.ofNullable(form.getFirst("choice"));
        Map<String, String> marks = new HashMap<>();
        form.forEach((field, values) -> {
            if (field.startsWith(Voting.MARK) || field.equals(Voting.OPTION) || field.equals(Voting.INTEREST)) {
                marks.put(field, values.get(0));
            }
        });
        ProposalShowing.Typed typed =
                new ProposalShowing.Typed(choice, why, Optional.empty(), Optional.empty(), false, marks);
        return orAgain(
                visit,
                proposal,
                typed,
                () -> acts.castBallot()
                        .cast(visit.caller(), proposal, BallotReader.read(showing.paper(proposal), form)));
    }

    @POST
    @Path("/proposals/{id}/ballot/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@Context Visit visit, @PathParam("id") String id) {
        UUID proposal = Fields.pathId(id);
        return orAgain(
                visit,
                proposal,
                ProposalShowing.Typed.NOTHING,
                () -> acts.withdrawBallot().withdraw(visit.caller(), proposal));
    }

    @POST
    @Path("/proposals/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@Context Visit visit, @PathParam("id") String id) {
        UUID proposal = Fields.pathId(id);
        return orAgain(
                visit,
                proposal,
                ProposalShowing.Typed.NOTHING,
                () -> acts.withdraw().withdraw(visit.caller(), proposal));
    }

    @POST
    @Path("/proposals/{id}/comments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response comment(
            @Context Visit visit,
            @PathParam("id") String id,
            @FormParam("id") String formId,
            @FormParam("text") String text,
            @FormParam("parent") String parent,
            MultivaluedMap<String, String> form) {
        UUID proposal = Fields.pathId(id);
        UUID comment = visit.newId(formId);
        Optional<UUID> answered =
                Optional.ofNullable(parent).filter(sent -> !sent.isEmpty()).map(Fields::pathId);
        boolean preview = form.containsKey("preview");
        ProposalShowing.Typed typed = new ProposalShowing.Typed(
                Optional.empty(), Optional.empty(), Optional.ofNullable(text), answered, preview, stance(form));
        if (preview) {
            return Response.ok(pages.page(
                            visit, PROPOSAL, showing.page(visit.caller(), proposal, Optional.empty(), typed)))
                    .build();
        }
        Optional<Stance> stance = Optional.ofNullable(form.getFirst("stance")).flatMap(Stance::ofWord);
        return orAgain(
                visit,
                proposal,
                typed,
                () -> acts.comment()
                        .comment(
                                visit.caller(),
                                comment,
                                proposal,
                                new CommentOnProposal.Said(answered, Fields.required("text", text), stance)));
    }

    private static Map<String, String> stance(MultivaluedMap<String, String> form) {
        return Optional.ofNullable(form.getFirst("stance"))
                .map(sent -> Map.of("stance", sent))
                .orElse(Map.of());
    }

    @POST
    @Path("/proposals/{id}/statement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response state(
            @Context Visit visit,
            @PathParam("id") String id,
            @FormParam("statement") String text,
            @FormParam("review") String review) {
        UUID proposal = Fields.pathId(id);
        return orAgain(
                visit,
                proposal,
                typed("statement", text, "review", review),
                () -> cases.outcome().state(visit.caller(), proposal, Fields.required("statement", text), day(review)));
    }

    private static ProposalShowing.Typed typed(String one, String sent, String other, String alsoSent) {
        Map<String, String> fields = new HashMap<>();
        fields.put(one, sent);
        fields.put(other, alsoSent);
        return ProposalShowing.Typed.of(fields);
    }

    private static Optional<Instant> day(String sent) {
        if (sent == null || sent.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(sent.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            throw Fields.invalid("review", "a day, like 2027-03-31");
        }
    }

    @POST
    @Path("/proposals/{id}/concerns")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response raise(@Context Visit visit, @PathParam("id") String id, @FormParam("reason") String reason) {
        UUID proposal = Fields.pathId(id);
        return orAgain(
                visit,
                proposal,
                typed("concern", reason, "", ""),
                () -> cases.raise().raise(visit.caller(), proposal, Fields.required("reason", reason)));
    }

    @POST
    @Path("/proposals/{id}/concerns/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @Context Visit visit,
            @PathParam("id") String id,
            @FormParam("answer") String answer,
            @FormParam("cause") String cause) {
        UUID proposal = Fields.pathId(id);
        return orAgain(
                visit,
                proposal,
                typed("answer", answer, "cause", cause),
                () -> cases.answer()
                        .answer(visit.caller(), proposal, DisputesApi.answer(answer), DisputesApi.words(cause)));
    }

    /** Does it and shows the proposal; when refused, shows it with what was typed and why. */
    private Response orAgain(Visit visit, UUID proposal, ProposalShowing.Typed typed, Runnable work) {
        try {
            work.run();
            return Pages.seeOther("/proposals/" + proposal);
        } catch (Refused refused) {
            RefusalCode.Kind why = refused.code().kind();
            if (why == RefusalCode.Kind.UNAUTHENTICATED || why == RefusalCode.Kind.NOT_FOUND) {
                throw refused;
            }
            return pages.again(
                    visit, PROPOSAL, showing.page(visit.caller(), proposal, Optional.empty(), typed), refused);
        }
    }

    /** The page with what was refused on it. */
    Response again(Visit visit, UUID proposal, Refused refused) {
        return pages.again(
                visit,
                PROPOSAL,
                showing.page(visit.caller(), proposal, Optional.empty(), ProposalShowing.Typed.NOTHING),
                refused);
    }
}
