package coop.pools.app;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.custody.FloodSeats;
import coop.pools.flood.FloodBody;
import coop.pools.flood.FloodStore;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import java.util.List;
import java.util.UUID;

/** Floods as their stewards hang on them. */
record SeatsOfFloods(FloodStore floods, FloodBody body, ReadBylaws bylaws) implements FloodSeats {
    private static final String ELECTED = "elected";

    @Override
    public List<UUID> pools(UUID flood) {
        return floods.find(flood)
                .filter(found -> !found.commons())
                .map(found -> body.pools(BodyRef.flood(flood)).stream()
                        .sorted(IdSource.IN_ORDER)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public boolean isMember(UUID flood, UUID person) {
        return body.isMember(BodyRef.flood(flood), person);
    }

    @Override
    public boolean elects(UUID flood) {
        return bylaws.rules(flood).word(RuleKey.FLOOD_STEWARDS).equals(ELECTED);
    }
}
