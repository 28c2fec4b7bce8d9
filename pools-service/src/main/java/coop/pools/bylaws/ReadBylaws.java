package coop.pools.bylaws;

import coop.pools.bylaws.domain.RuleChange;
import coop.pools.bylaws.domain.Rules;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers what the bylaws of a Pool or Flood say, now and before. */
public final class ReadBylaws {
    /** The most versions in one answer. */
    public static final int MAX_LIMIT = 200;

    private final BylawsStore store;
    private final Editions editions;

    public ReadBylaws(BylawsStore store, Editions editions) {
        this.store = store;
        this.editions = editions;
    }

    /**
     * The version in force.
     *
     * @throws Refused {@link CommonRefusal#NOT_FOUND} when the body has no bylaws
     */
    public BylawsVersion current(UUID bodyId) {
        return store.current(bodyId).orElseThrow(notFound());
    }

    /**
     * One version, from 1.
     *
     * @throws Refused {@link CommonRefusal#NOT_FOUND} when there is no such version
     */
    public BylawsVersion version(UUID bodyId, int version) {
        return store.version(bodyId, version).orElseThrow(notFound());
    }

    /** The rules in force; refused like {@link #current}. */
    public Rules rules(UUID bodyId) {
        return rules(current(bodyId));
    }

    /** The rules of a version, typed. */
    public Rules rules(BylawsVersion version) {
        return editions.published(version.edition()).defaults().with(version.rules());
    }

    /** What the compact of a new Flood says where its founders change nothing. */
    public Rules ofNewFlood() {
        return editions.forFlood().defaults();
    }

    /** The versions below {@code before}, newest first; at most {@code limit} and {@link #MAX_LIMIT}. */
    public List<VersionHead> versions(UUID bodyId, int before, int limit) {
        return store.heads(bodyId, before, Math.min(limit, MAX_LIMIT));
    }

    /**
     * Which rules a version has changed; empty for the first.
     *
     * @throws Refused {@link CommonRefusal#NOT_FOUND} when there is no such version
     */
    public List<RuleChange> changes(UUID bodyId, int version) {
        Rules after = rules(version(bodyId, version));
        return version == 1 ? List.of() : after.changesSince(rules(version(bodyId, version - 1)));
    }

    /** The version that a proposal has made; empty when it has made none. */
    public Optional<Integer> madeBy(UUID bodyId, UUID proposal) {
        return store.madeBy(bodyId, proposal);
    }

    /** The newest version this person has accepted; empty when there is none. */
    public Optional<Acceptance> acceptance(UUID bodyId, UUID person) {
        return store.latestAcceptance(bodyId, person);
    }

    private static Supplier<Refused> notFound() {
        return () -> new Refused(CommonRefusal.NOT_FOUND);
    }
}
