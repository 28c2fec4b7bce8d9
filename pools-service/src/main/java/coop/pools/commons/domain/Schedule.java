package coop.pools.commons.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that was published about the community's share. It rises on the anniversaries of the first publishing, whatever
 * was voted meanwhile, so that a later vote cannot put a rise off.
 *
 * @param stretches in their order; never empty
 */
public record Schedule(List<Stretch> stretches) {
    public Schedule {
        stretches = List.copyOf(stretches);
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("nothing is published");
        }
    }

    /** When a share of that size begins, by itself. */
    public record Rise(Instant at, int basisPoints) {}

    /** In basis points; before the first publishing what it began with. */
    public int at(Instant moment) {
        return terms(moment).basisPoints();
    }

    /** The share of a moment, with what it rises by from then on. */
    public ShareTerms terms(Instant moment) {
        Stretch stretch = stretchAt(moment);
        ShareTerms terms = stretch.terms();
        int now = terms.after(years(moment) - years(stretch.since()));
        return new ShareTerms(now, terms.rise(), terms.most());
    }

    /** The next rises after a moment, until it is as much as it becomes. */
    public List<Rise> rises(Instant moment, int limit) {
        List<Rise> rises = new ArrayList<>();
        ShareTerms now = terms(moment);
        long passed = years(moment);
        for (int ahead = 1; ahead <= limit && now.after(ahead) > now.after(ahead - 1); ahead++) {
            rises.add(new Rise(anniversary(passed + ahead), now.after(ahead)));
        }
        return rises;
    }

    /** What follows: the same anniversaries go on. */
    public Stretch next(ShareTerms terms, Instant at, Optional<UUID> proposal) {
        return new Stretch(stretches.get(stretches.size() - 1).no() + 1, at, terms, proposal);
    }

    private Stretch stretchAt(Instant moment) {
        Stretch found = stretches.get(0);
        for (Stretch stretch : stretches) {
            if (!stretch.since().isAfter(moment)) {
                found = stretch;
            }
        }
        return found;
    }

    private OffsetDateTime first() {
        return stretches.get(0).since().atOffset(ZoneOffset.UTC);
    }

    /** How many anniversaries have passed. */
    private long years(Instant moment) {
        return Math.max(0, ChronoUnit.YEARS.between(first(), moment.atOffset(ZoneOffset.UTC)));
    }

    /** Of a leap day it is the day after, in other years. */
    private Instant anniversary(long years) {
        OffsetDateTime day = first().plusYears(years);
        return (ChronoUnit.YEARS.between(first(), day) < years ? day.plusDays(1) : day).toInstant();
    }
}
