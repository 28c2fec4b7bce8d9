package coop.pools.membership;

import coop.pools.integrations.groups.SourceFailure;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Refused;
import coop.pools.membership.domain.ImportState;
import coop.pools.membership.domain.RosterChunk;
import coop.pools.membership.domain.RosterImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads rosters on, page by page, each page in a transaction of its own. Whoever works on a roster holds it by a lease
 * of two minutes; a page counts only if nobody else has taken one in meanwhile, so a second worker doubles nothing.
 *
 * <p>When the source wants a pause it gets one; when the organiser must sign in again, the roster waits and goes on by
 * itself afterwards.
 */
public final class ContinueImports implements DueWork {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** With pauses of up to an hour this is about two weeks. */
    private static final int MOST_FAILURES = 340;

    private static final int PAGES_AT_A_TIME = 20;

    private final RosterSources sources;
    private final RosterImportStore store;
    private final TakeInPage takeIn;
    private final Clock clock;

    public ContinueImports(RosterSources sources, RosterImportStore store, TakeInPage takeIn, Clock clock) {
        this.sources = sources;
        this.store = store;
        this.takeIn = takeIn;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "read-rosters";
    }

    @Override
    public Lane lane() {
        return Lane.GROUPS;
    }

    @Override
    public int run(int atMost) {
        int pages = 0;
        for (UUID id : store.due(clock.instant(), atMost)) {
            pages += readOn(id, PAGES_AT_A_TIME, LEASE);
        }
        return pages;
    }

    /**
     * Reads at most so many pages of a roster, and for about so long; answers how many attempts were made. Never
     * refused: what goes wrong is kept with the roster and tried again later.
     */
    public int readOn(UUID id, int mostPages, Duration longest) {
        Instant begin = clock.instant();
        if (store.claim(id, begin, begin.plus(LEASE)) == 0) {
            return 0;
        }
        Instant end = begin.plus(longest);
        int attempts = 0;
        boolean goOn = true;
        while (goOn && attempts < mostPages && !clock.instant().isAfter(end)) {
            attempts++;
            goOn = readPage(id);
        }
        if (goOn) {
            store.release(id, clock.instant());
        }
        return attempts;
    }

    /** Whether there is more to read at once. */
    private boolean readPage(UUID id) {
        Optional<RosterImport> found = store.find(id).filter(job -> job.state() == ImportState.RUNNING);
        if (found.isEmpty()) {
            return false;
        }
        RosterImport job = found.get();
        RosterSource source = sources.get(job.source());
        try {
            RosterChunk chunk = source.read(job.personId(), job.groupId(), job.nextCursor());
            boolean mine = takeIn.takeIn(job, chunk, clock.instant().plus(LEASE));
            if (mine && chunk.next().isEmpty()) {
                source.forget(job.personId(), job.groupId());
            }
            return mine && chunk.next().isPresent();
        } catch (SourceFailure failure) {
            Instant pause = failure.retryAt().orElseGet(() -> clock.instant().plus(pause(job.failures())));
            takeIn.failed(job.failed("SOURCE_" + failure.kind(), MOST_FAILURES, pause));
            return false;
        } catch (Refused refused) {
            takeIn.failed(job.failed(
                    refused.code().name(), MOST_FAILURES, clock.instant().plus(pause(job.failures()))));
            return false;
        }
    }

    /** Ten seconds, then twice as long each time, up to an hour. */
    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
