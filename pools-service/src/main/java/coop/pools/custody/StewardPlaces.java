package coop.pools.custody;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.governance.domain.BodyRef;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How many stewards the rules of a body allow, and which places can be filled: those that nobody has, and those whose term
 * is in its last quarter of a year, or over. Source: articles 12 and F8.
 */
public final class StewardPlaces {
    private final ReadStewards ofPools;
    private final ReadFloodStewards ofFloods;
    private final ReadBylaws bylaws;
    private final Clock clock;

    public StewardPlaces(ReadStewards ofPools, ReadFloodStewards ofFloods, ReadBylaws bylaws, Clock clock) {
        this.ofPools = ofPools;
        this.ofFloods = ofFloods;
        this.bylaws = bylaws;
        this.clock = clock;
    }

    /** Those whom a vote can end. */
    List<UUID> serving(BodyRef body) {
        return isFlood(body) ? ofFloods.electedNow(body.id()) : ofPools.of(body.id());
    }

    boolean isServing(BodyRef body, UUID person) {
        return serving(body).contains(person);
    }

    /** Whether a vote can begin the person's next term. */
    boolean mayBeNamedAnew(BodyRef body, UUID person) {
        return isNearly(ends(body), person);
    }

    /** Those who serve and whose place another one may take, the one whose term ends first first. */
    List<UUID> leaving(BodyRef body) {
        Map<UUID, Instant> ends = ends(body);
        return serving(body).stream()
                .filter(person -> isNearly(ends, person))
                .sorted(Comparator.comparing(ends::get))
                .toList();
    }

    /** How many there may be. */
    public int most(BodyRef body) {
        return number(body, RuleKey.FLOOD_STEWARD_COUNT, RuleKey.STEWARD_COUNT);
    }

    /** How long a term lasts. */
    int months(BodyRef body) {
        return number(body, RuleKey.FLOOD_STEWARD_MONTHS, RuleKey.STEWARD_MONTHS);
    }

    /** How many a vote could name now; never below zero. */
    public int open(BodyRef body) {
        return Math.max(0, most(body) - serving(body).size() + leaving(body).size());
    }

    private int number(BodyRef body, RuleKey ofFlood, RuleKey ofPool) {
        return bylaws.rules(body.id()).number(isFlood(body) ? ofFlood : ofPool);
    }

    private Map<UUID, Instant> ends(BodyRef body) {
        return isFlood(body) ? ofFloods.ends(body.id()) : ofPools.ends(body.id());
    }

    private boolean isNearly(Map<UUID, Instant> ends, UUID person) {
        return ReadStewards.isNearly(Optional.ofNullable(ends.get(person)), clock.instant());
    }

    private static boolean isFlood(BodyRef body) {
        return body.kind() == BodyRef.Kind.FLOOD;
    }
}
