package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.BodyRef;
import java.util.UUID;

/**
 * A Pool or Flood that belongs to a Flood, or could.
 *
 * @param currency ISO 4217
 */
public record Member(BodyRef ref, String slug, String name, String currency) {
    /** Slugs have single hyphens only, so that no Pool is called as a Flood is in the books. */
    private static final String NESTED = "flood--";

    public static Member of(MemberPool pool) {
        return new Member(BodyRef.pool(pool.id()), pool.slug(), pool.name(), pool.currency());
    }

    public static Member of(Flood flood) {
        return new Member(BodyRef.flood(flood.id()), flood.slug(), flood.name(), flood.currency());
    }

    public UUID id() {
        return ref.id();
    }

    public boolean isFlood() {
        return ref.kind() == BodyRef.Kind.FLOOD;
    }

    /** What it is called in the accounts of a Flood that it belongs to. */
    public String key() {
        return isFlood() ? NESTED + slug : slug;
    }

    /** Its page. */
    public String path() {
        return (isFlood() ? "/floods/" : "/pools/") + slug;
    }
}
