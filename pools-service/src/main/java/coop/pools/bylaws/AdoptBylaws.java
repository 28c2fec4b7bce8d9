package coop.pools.bylaws;

import coop.pools.bylaws.domain.Agreement;
import coop.pools.bylaws.domain.AgreementFacts;
import coop.pools.bylaws.domain.BylawsRefusal;
import coop.pools.bylaws.domain.Edition;
import coop.pools.kernel.Refused;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives a new Pool or Flood the first version of its bylaws. Runs in the transaction of its founding. */
public final class AdoptBylaws {
    private final BylawsStore store;
    private final Clock clock;

    public AdoptBylaws(BylawsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Stores version 1.
     *
     * @param edition from {@link Editions#forPool} or {@link Editions#forFlood}
     * @param rules values that differ from the edition's own; may be empty
     * @throws Refused {@link BylawsRefusal#UNKNOWN_RULE}, {@link BylawsRefusal#RULE_OUT_OF_RANGE} or
     *     {@link BylawsRefusal#ALREADY_ADOPTED}
     */
    public BylawsVersion adopt(UUID bodyId, Edition edition, AgreementFacts facts, Map<String, ?> rules) {
        Agreement agreement = edition.render(facts, edition.defaults().with(rules));
        BylawsVersion first = new BylawsVersion(
                bodyId,
                1,
                edition.id(),
                facts,
                agreement.rules().asMap(),
                agreement.text(),
                agreement.sha256(),
                clock.instant(),
                Optional.empty());
        if (!store.insert(first)) {
            throw new Refused(BylawsRefusal.ALREADY_ADOPTED);
        }
        return first;
    }
}
