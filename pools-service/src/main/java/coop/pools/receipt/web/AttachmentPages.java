package coop.pools.receipt.web;

import coop.pools.governance.web.AttachedFiles;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
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

/** The files on a proposal's pages, and the form that erases one. */
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
    public Sent read(FormDataMultiPart form) {
        return SentReceipts.proposal(form);
    }

    @Override
    public void toProposal(Caller caller, UUID proposal, List<byte[]> files) {
        attach.toProposal(caller, proposal, files);
    }

    @Override
    public void toComment(Caller caller, UUID comment, List<byte[]> files) {
        attach.toComment(caller, comment, files);
    }

    @Override
    public UUID proposalOf(UUID comment) {
        return attach.proposalOf(comment).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
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
