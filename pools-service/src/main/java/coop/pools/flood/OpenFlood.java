package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodSlug;
import coop.pools.flood.domain.FloodState;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import java.time.Clock;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes a Flood with a free address, an empty book and a compact. Runs in the transaction of its founding. */
public final class OpenFlood {
    private final FloodStore floods;
    private final Ledger ledger;
    private final AdoptCompact adoptCompact;
    private final Clock clock;

    public OpenFlood(FloodStore floods, Ledger ledger, AdoptCompact adoptCompact, Clock clock) {
        this.floods = floods;
        this.ledger = ledger;
        this.adoptCompact = adoptCompact;
        this.clock = clock;
    }

    /** Empty when the id is in use, by somebody who was a moment faster. */
    Optional<Flood> open(UUID founder, UUID id, NewFlood wish) {
        return open(
                new Flood(
                        id,
                        "",
                        wish.name(),
                        wish.purpose(),
                        wish.currency(),
                        FloodState.FORMING,
                        founder,
                        clock.instant(),
                        false),
                wish.compact());
    }

    /** The same for one that is described already; it gets an address. */
    Optional<Flood> open(Flood unplaced, Map<String, Object> compact) {
        UUID id = unplaced.id();
        if (floods.find(id).isPresent()) {
            return Optional.empty();
        }
        Optional<Flood> opened = FloodSlug.candidates(unplaced.name(), id)
                .map(unplaced::at)
                .filter(flood -> floods.bySlug(flood.slug()).isEmpty() && floods.insert(flood))
                .findFirst();
        opened.ifPresent(flood -> {
            ledger.openBook(id, Currency.getInstance(flood.currency()), flood.createdAt());
            adoptCompact.adopt(flood, compact);
        });
        return opened;
    }

    /** One line of 3 to {@code most} characters; line breaks and runs of blanks become one blank. */
    static String line(String field, String text, int most) {
        String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Z}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        int length = line.codePointCount(0, line.length());
        if (length < 3 || length > most) {
            throw new Refused(
                    CommonRefusal.INVALID_FIELD, Map.of("field", field, "reason", "3 to " + most + " characters"));
        }
        return line;
    }
}
