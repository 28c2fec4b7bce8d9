package coop.pools.governance.web;

import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** The forms that add files to drafts, proposals and comments; what is refused stands beside the field. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class FilePages {
    private final AttachedFiles files;
    private final ProposalPages proposals;
    private final PreparationPages drafts;

    public FilePages(AttachedFiles files, ProposalPages proposals, PreparationPages drafts) {
        this.files = files;
        this.proposals = proposals;
        this.drafts = drafts;
    }

    @POST
    @Path("/proposals/{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response toProposal(@Context Visit visit, @PathParam("id") String id, FormDataMultiPart form) {
        UUID proposal = Fields.pathId(id);
        return orAgain(
                proposal,
                () -> files.toProposal(
                        visit.caller(), proposal, files.read(form).files()),
                Pages.seeOther("/proposals/" + proposal),
                refused -> proposals.again(visit, proposal, refused));
    }

    @POST
    @Path("/comments/{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response toComment(@Context Visit visit, @PathParam("id") String id, FormDataMultiPart form) {
        UUID comment = Fields.pathId(id);
        UUID proposal = files.proposalOf(comment);
        return orAgain(
                comment,
                () -> files.toComment(visit.caller(), comment, files.read(form).files()),
                Pages.seeOther("/proposals/" + proposal + "#comment-" + comment),
                refused -> proposals.again(visit, proposal, refused));
    }

    /** Keeps the draft as it was sent, adds the files to it, and puts it before the members where that is asked for. */
    @POST
    @Path("/proposals/{id}/edit/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response toDraft(@Context Visit visit, @PathParam("id") String id, FormDataMultiPart form) {
        UUID draft = Fields.pathId(id);
        AttachedFiles.Sent sent = files.read(form);
        Response done = Pages.seeOther("/proposals/" + draft + "/edit#files");
        Optional<Response> refusedWords = drafts.kept(visit, draft, sent.words());
        if (refusedWords.isPresent()) {
            return refusedWords.get();
        }
        boolean publish = sent.words().containsKey("publish");
        Response added = sent.files().isEmpty()
                ? done
                : orAgain(
                        draft,
                        () -> files.toProposal(visit.caller(), draft, sent.files()),
                        done,
                        refused -> drafts.again(visit, draft, sent.words(), refused));
        return publish && added == done ? drafts.published(visit, draft, sent.words()) : added;
    }

    private static Response orAgain(UUID about, Runnable work, Response done, Function<Refused, Response> again) {
        try {
            work.run();
            return done;
        } catch (Refused refused) {
            RefusalCode.Kind why = refused.code().kind();
            if (why == RefusalCode.Kind.UNAUTHENTICATED || why == RefusalCode.Kind.NOT_FOUND) {
                throw refused;
            }
            return again.apply(atField(refused, "file-" + about));
        }
    }

    /** There may be several such fields on a page. */
    private static Refused atField(Refused refused, String field) {
        Map<String, Object> facts = new HashMap<>(refused.facts());
        facts.computeIfPresent("field", (key, old) -> field);
        return new Refused(refused.code(), facts);
    }
}
