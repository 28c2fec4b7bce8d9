package coop.pools.app;

import coop.pools.bucket.BucketStore;
import coop.pools.bucket.NewBuckets;
import coop.pools.bucket.ReadBuckets;
import coop.pools.bucket.sql.SqlBucketStore;
import coop.pools.enactment.CarryOutActions;
import coop.pools.governance.Bodies;
import coop.pools.governance.Rosters;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.web.BodyProposals;
import coop.pools.identity.ReadPeople;
import coop.pools.ledger.Ledger;
import coop.pools.round.ChangeAllocation;
import coop.pools.round.CloseDueRounds;
import coop.pools.round.EndRound;
import coop.pools.round.Ending;
import coop.pools.round.OpenRound;
import coop.pools.round.Participants;
import coop.pools.round.PoolRoundBooks;
import coop.pools.round.ReadRounds;
import coop.pools.round.RoundActionCheck;
import coop.pools.round.RoundBooks;
import coop.pools.round.RoundStore;
import coop.pools.round.sql.SqlRoundStore;
import coop.pools.round.web.RoundPages;
import coop.pools.round.web.RoundsApi;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Rounds in which everybody gives an equal part of a pot to buckets. */
final class RoundRoom {
    final ReadRounds read;
    final RoundActionCheck actionCheck;
    final CarryOutActions.RoundDeeds deeds;
    final CloseDueRounds close;
    final ChangeAllocation change;
    private final Bodies bodies;
    private final Foundation foundation;

    RoundRoom(Foundation foundation, Ledger ledger, Bodies bodies, Rosters rosters, RoundBooks ofFloods) {
        this.foundation = foundation;
        this.bodies = bodies;
        var clock = foundation.clock();
        RoundStore store = foundation.store(SqlRoundStore.class);
        BucketStore bucketStore = foundation.store(SqlBucketStore.class);
        NewBuckets buckets =
                new NewBuckets(foundation.transactions(), bucketStore, new ReadBuckets(bucketStore, ledger), clock);
        Participants participants = new Participants(store, bodies, rosters);
        Map<BodyRef.Kind, RoundBooks> books =
                Map.of(BodyRef.Kind.POOL, new PoolRoundBooks(ledger), BodyRef.Kind.FLOOD, ofFloods);
        Ending ending = new Ending(store, participants, books, buckets);
        deeds = new CarryOutActions.RoundDeeds(
                new OpenRound(store, bodies, rosters, new OpenRound.Desk(books, buckets), clock),
                new EndRound(store, ending, clock));
        close = new CloseDueRounds(foundation.transactions(), store, ending, clock);
        actionCheck = new RoundActionCheck(store, buckets, bodies, clock);
        read = new ReadRounds(store, bucketStore, participants, bodies, clock);
        change = new ChangeAllocation(foundation.transactions(), store, bucketStore, participants, clock);
    }

    void register(JerseyEnvironment jersey, BodyProposals proposals, ReadPeople people) {
        jersey.register(new RoundsApi(read, change, proposals, bodies));
        jersey.register(new RoundPages(foundation.pages(), read, change, bodies, people));
    }
}
