package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Wordings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what comes before a vote: drafts, earlier wordings, and who stands behind a proposal. */
public interface PreparationStore {
    /** Somebody's own draft. */
    Optional<Proposal> draft(UUID id, UUID author);

    /** Somebody's own draft, held until the transaction ends. */
    Optional<Proposal> lockDraft(UUID id, UUID author);

    /** Somebody's drafts for a body, the newest first. */
    List<Proposal> drafts(BodyRef body, UUID author, int limit);

    /** Throws a draft away; 0 when it is none. */
    int discard(UUID id, UUID author);

    /** Words a draft anew; 0 when it is none. */
    int rewriteDraft(Proposal draft);

    /** Keeps the wording that stands now, before it is replaced. */
    void keepWording(UUID id);

    /** Gives an unopened proposal its next wording, time and number of sponsors; 0 when its vote has opened. */
    int rewrite(Proposal proposal, int sponsors, Instant changedAt, Instant due);

    /** Wordings that were replaced, the oldest first. */
    List<Wordings.Earlier> earlier(UUID id);

    /** 0 when the person stands behind this version already. */
    int sponsor(UUID id, UUID person, int version, Instant at);

    /** 0 when the person did not stand behind it. */
    int unsponsor(UUID id, UUID person);

    /** Who has stood behind the version or later ones, in the order of doing so. */
    List<UUID> sponsors(UUID id);

    /** Drops all who stand behind it, as what it does has changed. */
    void dropSponsors(UUID id);

    /** Writes how many sponsors there are and when it is due next; 0 when its vote has opened. */
    int countSponsors(UUID id, int sponsors, Instant due);
}
