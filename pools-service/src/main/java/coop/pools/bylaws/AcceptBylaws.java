package coop.pools.bylaws;

import coop.pools.bylaws.domain.BylawsRefusal;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Keeps a person's yes to the text in force. Runs in the transaction of the joining or founding. */
public final class AcceptBylaws {
    private final BylawsStore store;
    private final Clock clock;

    public AcceptBylaws(BylawsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Stores the acceptance; accepting the same version again changes nothing and keeps the first time.
     *
     * @param sha256 of the text the person has read
     * @throws Refused {@link BylawsRefusal#BYLAWS_CHANGED} when that is not the text in force,
     *     {@link CommonRefusal#NOT_FOUND} when the body has no bylaws
     */
    public Acceptance accept(UUID bodyId, UUID person, String sha256) {
        BylawsVersion current = store.current(bodyId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!current.sha256().equals(sha256)) {
            throw new Refused(
                    BylawsRefusal.BYLAWS_CHANGED, Map.of("version", current.version(), "sha256", current.sha256()));
        }
        Acceptance acceptance = new Acceptance(bodyId, current.version(), person, sha256, clock.instant());
        return store.insert(acceptance)
                ? acceptance
                : store.latestAcceptance(bodyId, person).orElseThrow();
    }
}
