package coop.pools.governance.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What comes before a vote: writing, rewriting, and finding others who stand behind it.
 *
 * @param draft whether only the author knows of it
 * @param version of the wording, from 1
 * @param changedAt when that wording was written; empty for the first
 * @param sponsorsNeeded members besides the author who must stand behind it before the vote opens
 * @param sponsors how many do
 */
public record Preparation(boolean draft, int version, Optional<Instant> changedAt, int sponsorsNeeded, int sponsors) {
    /** So long after its vote could have opened a proposal may look for sponsors. */
    public static final Duration PATIENCE = Duration.ofDays(30);

    /** Nothing is left to prepare. */
    public static final Preparation DONE = needing(0);

    public static Preparation needing(int sponsors) {
        return new Preparation(false, 1, Optional.empty(), sponsors, 0);
    }

    public static Preparation ofDraft() {
        return new Preparation(true, 1, Optional.empty(), 0, 0);
    }

    public boolean isSponsored() {
        return sponsors >= sponsorsNeeded;
    }
}
