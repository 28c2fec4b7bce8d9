package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.kernel.IdSource;
import java.time.Clock;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the Flood of all Pools of the installation for one currency. Nobody founds it and no Pool votes on it: it costs a
 * Pool nothing and binds it to nothing.
 */
public final class OpenCommons {
    /** Nobody's id. */
    private static final UUID NOBODY = IdSource.derivedId("commons");

    private final FloodStore floods;
    private final OpenFlood openFlood;
    private final Clock clock;

    public OpenCommons(FloodStore floods, OpenFlood openFlood, Clock clock) {
        this.floods = floods;
        this.openFlood = openFlood;
        this.clock = clock;
    }

    /** The id of the commons of a currency, whether it is there or not. */
    public static UUID idOf(Currency currency) {
        return IdSource.derivedId("commons", currency.getCurrencyCode());
    }

    /** The one that is there, or a new one. Called inside a transaction. */
    public Flood open(Currency currency) {
        UUID id = idOf(currency);
        return floods.find(id).orElseGet(() -> make(id, currency.getCurrencyCode()));
    }

    private Flood make(UUID id, String currency) {
        Flood unplaced = new Flood(
                id,
                "",
                "Commons " + currency,
                "What the Pools of this installation share: their part of its fees and tips, spent by votes of all",
                currency,
                FloodState.ACTIVE,
                NOBODY,
                clock.instant(),
                true);
        return openFlood
                .open(unplaced, Map.of())
                .orElseGet(() -> floods.find(id).orElseThrow());
    }
}
