package coop.pools.flood;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.VotingRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Pools and Floods side by side, as the program puts them together. */
record ValleyBodies(Bodies pools, Bodies floods) implements Bodies {
    private Bodies of(BodyRef ref) {
        return ref.kind() == BodyRef.Kind.POOL ? pools : floods;
    }

    @Override
    public Body read(BodyRef ref) {
        return of(ref).read(ref);
    }

    @Override
    public Optional<BodyRef> bySlug(BodyRef.Kind kind, String slug) {
        return (kind == BodyRef.Kind.POOL ? pools : floods).bySlug(kind, slug);
    }

    @Override
    public VotingRule ruleFor(BodyRef ref, Action action) {
        return of(ref).ruleFor(ref, action);
    }

    @Override
    public int sponsorsFor(BodyRef ref) {
        return 0;
    }

    @Override
    public void check(BodyRef ref, Action action) {
        of(ref).check(ref, action);
    }

    @Override
    public List<RosterPart> freezeRosters(BodyRef ref) {
        return of(ref).freezeRosters(ref);
    }

    @Override
    public Set<UUID> pools(BodyRef ref) {
        return of(ref).pools(ref);
    }

    @Override
    public boolean isMember(BodyRef ref, UUID person) {
        return of(ref).isMember(ref, person);
    }
}
