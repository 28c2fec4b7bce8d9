package coop.pools.receipt.web;

import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import coop.pools.receipt.AttachFiles;
import coop.pools.receipt.EraseAttachment;
import coop.pools.receipt.ReadAttachments;
import coop.pools.receipt.domain.Receipt;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** Photos and PDFs that people add to their proposals and comments. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class AttachmentsApi {
    private final AttachFiles attach;
    private final EraseAttachment erase;
    private final ReadAttachments read;

    public AttachmentsApi(AttachFiles attach, EraseAttachment erase, ReadAttachments read) {
        this.attach = attach;
        this.erase = erase;
        this.read = read;
    }

    /** Of the proposal and of its comments, the oldest first, for members. */
    @GET
    @Path("/api/v1/proposals/{id}/attachments")
    public Attachments list(@Context Visit visit, @PathParam("id") String id) {
        return Attachments.of(read.of(visit.caller(), Fields.pathId(id)));
    }

    /** One to five files named {@code file}, by the author until the vote opens. */
    @POST
    @Path("/api/v1/proposals/{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ApiResponse(
            responseCode = "201",
            description = "all files of the proposal itself",
            content = @Content(schema = @Schema(implementation = Attachments.class)))
    public Response toProposal(
            @Context Visit visit, @PathParam("id") String id, @Parameter(hidden = true) FormDataMultiPart form) {
        return created(attach.toProposal(visit.caller(), Fields.pathId(id), SentReceipts.files(form)));
    }

    /** One to five files named {@code file}, by whoever wrote the comment. */
    @POST
    @Path("/api/v1/comments/{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ApiResponse(
            responseCode = "201",
            description = "all files of the comment",
            content = @Content(schema = @Schema(implementation = Attachments.class)))
    public Response toComment(
            @Context Visit visit, @PathParam("id") String id, @Parameter(hidden = true) FormDataMultiPart form) {
        return created(attach.toComment(visit.caller(), Fields.pathId(id), SentReceipts.files(form)));
    }

    /** By whoever added it: the bytes are gone, the hash stays. */
    @DELETE
    @Path("/api/v1/attachments/{id}")
    @ApiResponse(responseCode = "204", description = "erased")
    public void erase(@Context Visit visit, @PathParam("id") String id) {
        erase.erase(visit.caller(), Fields.pathId(id));
    }

    private static Response created(List<Receipt> files) {
        return Response.status(201).entity(Attachments.of(files)).build();
    }

    /** All of them; there are few. */
    public record Attachments(List<AttachmentJson> items) {
        static Attachments of(List<Receipt> files) {
            return new Attachments(files.stream().map(AttachmentJson::of).toList());
        }
    }

    /**
     * One file.
     *
     * @param about the proposal or the comment
     * @param sha256 lower-case hex of the file as it is kept: pictures without place and camera
     * @param url where members get it; missing once it is erased
     */
    public record AttachmentJson(
            UUID id,
            UUID about,
            String mediaType,
            int sizeBytes,
            String sha256,
            UUID addedBy,
            Instant addedAt,
            Optional<Instant> erasedAt,
            Optional<String> url) {
        static AttachmentJson of(Receipt file) {
            return new AttachmentJson(
                    file.id(),
                    file.about(),
                    file.type().mediaType(),
                    file.sizeBytes(),
                    file.sha256(),
                    file.keptBy(),
                    file.keptAt(),
                    file.erasedAt(),
                    file.erasedAt().isPresent() ? Optional.empty() : Optional.of("/api/v1/receipts/" + file.id()));
        }
    }
}
