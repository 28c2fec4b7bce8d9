package coop.pools.notify;

import coop.pools.flood.PeopleOfMembers;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.domain.Stop;
import coop.pools.notify.WordStore.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The people of a Pool or Flood learn that its payouts have stopped, and why, and that they go on. What is over within
 * minutes is told to nobody.
 */
public final class TellOfStops implements Occasion {
    static final Duration FIRST_WAITS = Duration.ofMinutes(5);

    private final Freezes freezes;
    private final Bodies bodies;
    private final PeopleOfMembers people;

    private TellOfStops(Stops stops) {
        freezes = stops.freezes();
        bodies = stops.bodies();
        people = stops.people();
    }

    /** What stops, how it is called, and whose people are told. */
    public record Stops(Freezes freezes, Bodies bodies, PeopleOfMembers people) {}

    public static TellByPage work(
            Transactions transactions, WordStore words, Stops stops, Notices notices, Clock clock) {
        return new TellByPage(transactions, words, new TellOfStops(stops), notices, clock);
    }

    @Override
    public String word() {
        return "stop";
    }

    @Override
    public String end() {
        return "ended";
    }

    @Override
    public Optional<Span> span(UUID id) {
        return freezes.stop(id)
                .map(Stop::freeze)
                .filter(freeze -> hasPeople(freeze.book()))
                .map(freeze -> freeze.since().plus(FIRST_WAITS))
                .map(first -> new Span(first, first));
    }

    /** The operator's own book has none. */
    private boolean hasPeople(UUID book) {
        try {
            return people.member(book).id().equals(book);
        } catch (Refused unknown) {
            return false;
        }
    }

    @Override
    public Page page(Word word, int most, Instant now) {
        Stop stop = freezes.stop(word.about()).orElseThrow();
        boolean ends = word.kind().equals(end());
        // Where payouts are stopped for another reason too, they do not go on yet.
        boolean toBeTold =
                ends ? !freezes.isFrozen(stop.freeze().book()) : stop.liftedAt().isEmpty();
        BodyRef body = people.member(stop.freeze().book());
        List<UUID> all = toBeTold ? people.people(body, word.afterPerson(), most) : List.of();
        return Page.of(all, all, () -> notice(ends, stop, body));
    }

    private Notices.Notice notice(boolean ends, Stop stop, BodyRef body) {
        String kind =
                ends ? "PAYOUTS_GO_ON" : "PAYOUTS_STOPPED_" + stop.freeze().reason();
        String home = "/" + body.kind().word() + "s/" + bodies.read(body).slug();
        return new Notices.Notice(kind, Map.of("body", body), home);
    }
}
