package coop.pools.governance.web;

import coop.pools.kernel.Caller;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** The files that stand with a proposal and its comments, for its pages; implemented where files are kept. */
public interface AttachedFiles {
    /** For members of the body; in the order in which they were added. */
    List<Line> of(Caller caller, UUID proposal);

    /** A form with files in its field {@code file}. @throws Refused MALFORMED_REQUEST */
    Sent read(FormDataMultiPart form);

    /** Adds files to a draft or a proposal. @throws Refused the reason why not */
    void toProposal(Caller caller, UUID proposal, List<byte[]> files);

    /** Adds files to a comment. @throws Refused the reason why not */
    void toComment(Caller caller, UUID comment, List<byte[]> files);

    /** The proposal that a comment is about. @throws Refused NOT_FOUND */
    UUID proposalOf(UUID comment);

    /** What a form had. */
    record Sent(MultivaluedMap<String, String> words, List<byte[]> files) {}

    /**
     * A file.
     *
     * @param about the proposal or the comment that it belongs to
     * @param url empty once it is erased
     * @param eraseUrl empty for others than whoever added it
     */
    record Line(UUID about, String url, String label, String words, String sha256, boolean picture, String eraseUrl) {}
}
