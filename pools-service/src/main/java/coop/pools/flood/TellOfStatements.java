package coop.pools.flood;

import coop.pools.flood.StatementWordStore.Place;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Quarter;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Notices.Notice;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When a quarter has ended, the stewards of each Flood and of whoever belonged to it in that quarter learn that the
 * statements are there: of the last quarter only, each once, page by page, each page in a transaction. Source: article
 * F12.
 */
public final class TellOfStatements implements DueWork {
    /** What was begun before the end is over by then. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private static final int PAGE = 50;
    private static final int MOST_PAGES = 5;

    private final Desk desk;
    private final StatementWordStore words;
    private final FloodStore floods;
    private final Members members;
    private final Telling telling;

    public TellOfStatements(Desk desk, StatementWordStore words, FloodStore floods, Members members, Telling telling) {
        this.desk = desk;
        this.words = words;
        this.floods = floods;
        this.members = members;
        this.telling = telling;
    }

    /** What each step needs. */
    public record Desk(Transactions transactions, Clock clock) {}

    /** Who the stewards of a Pool or Flood are, and where word is left for them. */
    public record Telling(Function<BodyRef, List<UUID>> stewards, Notices notices) {}

    @Override
    public String name() {
        return "tell-of-statements";
    }

    @Override
    public Lane lane() {
        return Lane.NOTICES;
    }

    @Override
    public int run(int atMost) {
        Quarter quarter = Quarter.of(desk.clock().instant().minus(SETTLED)).previous();
        Instant ended = quarter.next().from();
        Optional<Instant> last = words.last();
        if (last.filter(ended::isBefore).isPresent()) {
            return 0;
        }
        if (last.filter(ended::equals).isEmpty()) {
            desk.transactions().inTransaction(() -> words.begin(ended, Place.NONE.flood(), Place.NONE.member()));
        }
        int pages = 0;
        while (pages < MOST_PAGES && desk.transactions().inTransaction(() -> tellPage(quarter, ended))) {
            pages++;
        }
        return pages;
    }

    private boolean tellPage(Quarter quarter, Instant ended) {
        Optional<Place> held = words.lock(ended);
        if (held.isEmpty()) {
            return false;
        }
        Place after = held.get();
        List<Place> page = words.belonged(quarter.from(), ended, after.flood(), after.member(), PAGE);
        tell(quarter, after, page);
        if (page.size() < PAGE) {
            words.finish(ended, desk.clock().instant());
        } else {
            Place last = page.get(PAGE - 1);
            words.advance(ended, last.flood(), last.member());
        }
        return true;
    }

    private void tell(Quarter quarter, Place after, List<Place> page) {
        UUID[] ids = page.stream().map(Place::flood).distinct().toArray(UUID[]::new);
        Map<UUID, Flood> found = floods.byIds(ids).stream().collect(Collectors.toMap(Flood::id, flood -> flood));
        Map<UUID, Member> there = members.byIds(page.stream().map(Place::member).collect(Collectors.toSet()));
        UUID before = after.flood();
        for (Place place : page) {
            Member flood = Member.of(found.get(place.flood()));
            if (!place.flood().equals(before)) {
                tellFlood(quarter, flood);
                before = place.flood();
            }
            Optional.ofNullable(there.get(place.member())).ifPresent(member -> tellMember(quarter, flood, member));
        }
    }

    private void tellFlood(Quarter quarter, Member flood) {
        Map<String, Object> facts = Map.of("flood", flood.ref(), "quarter", quarter.toString());
        tell(quarter, flood, flood.ref(), new Notice("STATEMENTS_OF_FLOOD", facts, flood.path()));
    }

    private void tellMember(Quarter quarter, Member flood, Member member) {
        Map<String, Object> facts = Map.of("flood", flood.ref(), "member", member.ref(), "quarter", quarter.toString());
        String path = flood.path() + member.path() + "/statement?quarter=" + quarter;
        tell(quarter, flood, member.ref(), new Notice("STATEMENT_OF_MEMBER", facts, path));
    }

    private void tell(Quarter quarter, Member flood, BodyRef body, Notice notice) {
        for (UUID steward : telling.stewards().apply(body)) {
            UUID told = IdSource.derivedId(
                    notice.kind(), flood.id().toString(), body.id().toString(), quarter.toString(), steward.toString());
            telling.notices().tell(told, steward, notice);
        }
    }
}
