package coop.pools.governance.web;

import coop.pools.kernel.Caller;
import java.util.List;
import java.util.UUID;

/** The files that stand with a proposal and its comments, for its page; implemented where files are kept. */
public interface AttachedFiles {
    /** For members of the body; in the order in which they were added. */
    List<Line> of(Caller caller, UUID proposal);

    /**
     * A file.
     *
     * @param about the proposal or the comment that it belongs to
     * @param url empty once it is erased
     * @param eraseUrl empty for others than whoever added it
     */
    record Line(UUID about, String url, String label, String words, String sha256, boolean picture, String eraseUrl) {}
}
