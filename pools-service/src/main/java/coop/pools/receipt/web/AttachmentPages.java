package coop.pools.receipt.web;

import coop.pools.governance.web.AttachedFiles;
import coop.pools.kernel.Caller;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.receipt.AttachFiles;
import coop.pools.receipt.EraseAttachment;
import coop.pools.receipt.ReadAttachments;
import coop.pools.receipt.domain.Receipt;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** The forms on a proposal's page that add files and erase them, and the files there. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class AttachmentPages implements AttachedFiles {
    private final AttachFiles attach;
    private final EraseAttachment erase;
    private final ReadAttachments read;

    public AttachmentPages(AttachFiles attach, EraseAttachment erase, ReadAttachments read) {
        this.attach = attach;
        this.erase = erase;
        this.read = read;
    }

    @POST
    @Path("/proposals/{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response toProposal(@Context Visit visit, @PathParam("id") String id, FormDataMultiPart form) {
        UUID proposal = Fields.pathId(id);
        attach.toProposal(visit.caller(), proposal, SentReceipts.files(form));
        return Pages.seeOther("/proposals/" + proposal);
    }

    @POST
    @Path("/comments/{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response toComment(@Context Visit visit, @PathParam("id") String id, FormDataMultiPart form) {
        UUID comment = Fields.pathId(id);
        List<Receipt> files = attach.toComment(visit.caller(), comment, SentReceipts.files(form));
        return Pages.seeOther(back(files.get(0)));
    }

    @POST
    @Path("/attachments/{id}/erase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response erase(@Context Visit visit, @PathParam("id") String id) {
        return Pages.seeOther(back(erase.erase(visit.caller(), Fields.pathId(id))));
    }

    private String back(Receipt file) {
        String proposal = "/proposals/" + attach.proposalOf(file).orElseThrow();
        return file.purpose() == Receipt.Purpose.COMMENT ? proposal + "#comment-" + file.about() : proposal;
    }

    @Override
    public List<Line> of(Caller caller, UUID proposal) {
        return read.of(caller, proposal).stream()
                .map(file -> new Line(
                        file.about(),
                        file.erasedAt().isPresent() ? "" : "/receipts/" + file.id(),
                        "File " + file.no(),
                        file.words(),
                        file.sha256(),
                        file.type().isPicture(),
                        caller.is(file.keptBy()) ? "/attachments/" + file.id() + "/erase" : ""))
                .toList();
    }
}
