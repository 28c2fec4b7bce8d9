package coop.pools.governance.web;

import coop.pools.kernel.Caller;
import java.util.List;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** Where nobody adds files. */
final class NoFiles implements AttachedFiles {
    @Override
    public List<Line> of(Caller caller, UUID proposal) {
        return List.of();
    }

    @Override
    public Sent read(FormDataMultiPart form) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void toProposal(Caller caller, UUID proposal, List<byte[]> files) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void toComment(Caller caller, UUID comment, List<byte[]> files) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UUID proposalOf(UUID comment) {
        throw new UnsupportedOperationException();
    }
}
