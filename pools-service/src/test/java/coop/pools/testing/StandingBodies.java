package coop.pools.testing;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Pools and Floods that simply stand there, for tests of what they take in and pay out. */
public final class StandingBodies implements Bodies {
    private final List<Body> bodies = new ArrayList<>();
    private final Map<UUID, Set<UUID>> members = new ConcurrentHashMap<>();

    /** Adds a body. */
    public BodyRef add(BodyRef ref, String slug, String currency) {
        bodies.add(new Body(ref, slug.replace('-', ' '), slug, currency));
        members.put(ref.id(), ConcurrentHashMap.newKeySet());
        return ref;
    }

    public void join(BodyRef body, UUID person) {
        members.get(body.id()).add(person);
    }

    @Override
    public Body read(BodyRef ref) {
        return bodies.stream()
                .filter(body -> body.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    @Override
    public Optional<BodyRef> bySlug(BodyRef.Kind kind, String slug) {
        return bodies.stream()
                .filter(body -> body.slug().equals(slug) && body.ref().kind() == kind)
                .map(Body::ref)
                .findFirst();
    }

    @Override
    public boolean isMember(BodyRef ref, UUID person) {
        return members.getOrDefault(ref.id(), Set.of()).contains(person);
    }

    @Override
    public VotingRule ruleFor(BodyRef ref, Action action) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sponsorsFor(BodyRef ref) {
        return 0;
    }

    @Override
    public void check(BodyRef ref, Action action) {}

    @Override
    public List<RosterPart> freezeRosters(BodyRef ref) {
        throw new UnsupportedOperationException();
    }
}
