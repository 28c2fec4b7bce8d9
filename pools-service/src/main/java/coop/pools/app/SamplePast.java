package coop.pools.app;

import coop.pools.demo.HistoryClock;
import coop.pools.demo.SampleActs;
import coop.pools.demo.SampleHistory;
import coop.pools.kernel.IdSource;
import coop.pools.platform.jobs.DueWorkRunner;
import coop.pools.treasury.Giving;
import java.net.URI;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty demo with a history, by a second set of rooms whose clock begins in the past. */
final class SamplePast {
    private static final Logger LOG = LoggerFactory.getLogger(SamplePast.class);
    private static final String CLAIM = "sample-data";

    private final PoolsConfiguration configuration;
    private final Foundation present;

    SamplePast(PoolsConfiguration configuration, Foundation present) {
        this.configuration = configuration;
        this.present = present;
    }

    /** Before anything is served and before any job runs: the history's deadlines lie in the past. */
    void fillIfEmpty() {
        if (!configuration.isSampleData() || !configuration.isDemo() || !isEmpty()) {
            return;
        }
        HistoryClock clock = new HistoryClock(present.clock().instant().minus(SampleHistory.LENGTH));
        Foundation past = new Foundation(
                clock,
                new IdSource(clock, new SecureRandom()),
                present.jdbi(),
                present.transactions(),
                present.pages(),
                present.sentences(),
                present.json(),
                present.publicUrl(),
                () -> {});
        Rooms rooms = new Rooms(configuration, past, () -> URI.create("http://127.0.0.1"));
        if (!rooms.payments.sandbox.orElseThrow().claim(CLAIM)) {
            return;
        }
        LOG.info("Filling the empty demo with sample data ...");
        try (DueWorkRunner runner = new DueWorkRunner(rooms.dueWork())) {
            new SampleHistory(acts(rooms), clock, runner::runAll).live();
        }
    }

    private boolean isEmpty() {
        return present.jdbi()
                        .withHandle(handle -> handle.createQuery("select count(*) from pool")
                                .mapTo(Integer.class)
                                .one())
                == 0;
    }

    private static SampleActs acts(Rooms rooms) {
        Foundation foundation = rooms.foundation;
        return new SampleActs(
                foundation.transactions(),
                foundation.ids(),
                new SampleActs.SignInAtSandbox(
                        rooms.groups.sandbox.orElseThrow().provider, rooms.identity.startSession),
                new SampleActs.Founding(
                        rooms.pool.stageCsv,
                        rooms.pool.foundPool,
                        rooms.pool.joinPool,
                        rooms.flood.foundFlood(rooms.governance.inviteToFlood),
                        rooms.bucket.openBucket),
                new SampleActs.Paying(
                        new Giving(rooms.treasury.startContribution, rooms.recurring.start, rooms.treasury.guestLinks),
                        rooms.payments.sandbox.orElseThrow().play(rooms.treasury, rooms.payout),
                        rooms.payout.invitePayee),
                new SampleActs.Deciding(
                        rooms.governance.acts.propose(),
                        rooms.governance.acts.castBallot(),
                        rooms.governance.acts.comment(),
                        rooms.round.change));
    }
}
