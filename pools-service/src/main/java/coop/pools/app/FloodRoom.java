package coop.pools.app;

import coop.pools.bucket.BucketBooks;
import coop.pools.bucket.BucketsOfPools;
import coop.pools.bucket.PoolBucketBooks;
import coop.pools.bucket.sql.SqlBucketStore;
import coop.pools.commons.ChangeShare;
import coop.pools.enactment.CarryOutActions;
import coop.pools.flood.AdmitPool;
import coop.pools.flood.AdoptCompact;
import coop.pools.flood.AskFlood;
import coop.pools.flood.BookLateArrival;
import coop.pools.flood.CarryOutPledges;
import coop.pools.flood.ChangeCompact;
import coop.pools.flood.CostShares;
import coop.pools.flood.Custody;
import coop.pools.flood.DissolveFlood;
import coop.pools.flood.Entrance;
import coop.pools.flood.FloodActionCheck;
import coop.pools.flood.FloodBody;
import coop.pools.flood.FloodBooks;
import coop.pools.flood.FloodBucketBooks;
import coop.pools.flood.FloodPayoutBooks;
import coop.pools.flood.FloodRoundBooks;
import coop.pools.flood.FloodStore;
import coop.pools.flood.FloodTerms;
import coop.pools.flood.FloodTermsOfCompacts;
import coop.pools.flood.FoundFlood;
import coop.pools.flood.FundFlood;
import coop.pools.flood.InvitePools;
import coop.pools.flood.JoinFlood;
import coop.pools.flood.LeaveFlood;
import coop.pools.flood.MemberPools;
import coop.pools.flood.Members;
import coop.pools.flood.MergeFloods;
import coop.pools.flood.Moving;
import coop.pools.flood.NamedPools;
import coop.pools.flood.OpenCommons;
import coop.pools.flood.OpenFlood;
import coop.pools.flood.Parting;
import coop.pools.flood.PeopleOfMembers;
import coop.pools.flood.Places;
import coop.pools.flood.PledgeActionCheck;
import coop.pools.flood.PledgeSizes;
import coop.pools.flood.PledgeStore;
import coop.pools.flood.Pledges;
import coop.pools.flood.PoolMoney;
import coop.pools.flood.PreviewLeaving;
import coop.pools.flood.ReadCosts;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.ReadHomecoming;
import coop.pools.flood.ReadLevels;
import coop.pools.flood.ReadPledges;
import coop.pools.flood.ReadStakes;
import coop.pools.flood.ReadStatements;
import coop.pools.flood.ReadSwarm;
import coop.pools.flood.RemovePool;
import coop.pools.flood.RequestStore;
import coop.pools.flood.SplitFlood;
import coop.pools.flood.StakeShares;
import coop.pools.flood.StakesMoved;
import coop.pools.flood.StakesOrCommons;
import coop.pools.flood.TakeBackStakes;
import coop.pools.flood.TakeStakes;
import coop.pools.flood.TellOfStatements;
import coop.pools.flood.Through;
import coop.pools.flood.sql.SqlFloodStore;
import coop.pools.flood.sql.SqlPledgeStore;
import coop.pools.flood.sql.SqlRequestStore;
import coop.pools.flood.sql.SqlStatementWordStore;
import coop.pools.flood.web.CompactPages;
import coop.pools.flood.web.FloodMoneyApi;
import coop.pools.flood.web.FloodPages;
import coop.pools.flood.web.FloodReaders;
import coop.pools.flood.web.FloodsApi;
import coop.pools.flood.web.FoundFloodPages;
import coop.pools.flood.web.StatementFiles;
import coop.pools.flood.web.StatementPages;
import coop.pools.flood.web.StewardLines;
import coop.pools.governance.InviteToFlood;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.Rosters;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.PoolsCount;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Notices;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.sql.SqlHolderStore;
import coop.pools.ledger.web.BookWords;
import coop.pools.payout.HandOverStore;
import coop.pools.payout.OrderHandOver;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutBooks;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.PoolPayoutBooks;
import coop.pools.payout.ReadHandOvers;
import coop.pools.payout.TellOfArrivals;
import coop.pools.payout.sql.SqlHandOverStore;
import coop.pools.payout.sql.SqlPayeeStore;
import coop.pools.payout.sql.SqlPayoutStore;
import coop.pools.round.EndRound;
import coop.pools.round.PoolRoundBooks;
import coop.pools.round.ReadRounds;
import coop.pools.round.RoundBooks;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Floods: founding, joining, funding, paying from and leaving them. */
final class FloodRoom {
    final FloodBody body;
    final FloodActionCheck actionCheck;
    final PayoutBooks payoutBooks;
    final BucketBooks bucketBooks;
    final RoundBooks roundBooks;
    final Pledges pledges;
    final PledgeActionCheck pledgeCheck;
    final ReadPledges readPledges;
    final ReadCosts readCosts;
    final PreviewLeaving previewLeaving;
    final ReadHomecoming homecoming;
    final PeopleOfMembers peopleOfMembers;
    final SeatsOfFloods seats;
    private final CostShares costs;
    private final Foundation foundation;
    private final FloodStore store;
    private final MemberPools pools;
    private final BylawsRoom bylaws;
    private final Ledger ledger;
    private final Places places;
    private final Members members;
    private final Through through;
    private final Custody custody;
    private final FloodBooks books;
    private final PledgeStore pledgeStore;
    private final PledgeSizes pledgeSizes;
    private final RequestStore requests;
    private final HandOverStore handOvers;
    private final Freezes freezes;
    private final BookLateArrival late;
    final Entrance entrance;

    /**
     * Pools as Floods see them.
     *
     * @param requireGoingOn refuses one that is ending
     */
    record Around(MemberPools pools, Rosters rosters, PoolMoney money, Consumer<UUID> requireGoingOn) {}

    FloodRoom(Foundation foundation, Around around, BylawsRoom bylaws, LedgerRoom ledgerRoom) {
        this.foundation = foundation;
        pools = around.pools();
        Rosters rosters = around.rosters();
        this.bylaws = bylaws;
        ledger = ledgerRoom.ledger;
        var transactions = foundation.transactions();
        var clock = foundation.clock();
        store = foundation.store(SqlFloodStore.class);
        requests = foundation.store(SqlRequestStore.class);
        handOvers = foundation.store(SqlHandOverStore.class);
        members = new Members(store, pools);
        through = new Through(store, members, around.money());
        places = new Places(store, members);
        FloodTerms terms = new FloodTermsOfCompacts(bylaws.read);
        custody = new Custody(through, ledger, ledgerRoom.freezes);
        costs = new CostShares(store, members, rosters, new CostShares.Books(ledger, custody), terms);
        books = new FloodBooks(ledger, terms, costs, through);
        entrance = new Entrance(
                store, requests, bylaws.read, members, new Entrance.Around(ledger, around.requireGoingOn()));
        actionCheck = new FloodActionCheck(places, entrance, bylaws.changes, through);
        body = new FloodBody(store, pools, bylaws.read, actionCheck);
        seats = new SeatsOfFloods(store, body, bylaws.read);
        readCosts = new ReadCosts(places, costs, ledger, terms, through);
        previewLeaving = new PreviewLeaving(store, members, ledger);
        homecoming = new ReadHomecoming(store, requests, members, ledger);
        peopleOfMembers = new PeopleOfMembers(members, rosters);
        pledgeStore = foundation.store(SqlPledgeStore.class);
        pledges = new Pledges(transactions, clock, places, pledgeStore);
        pledgeCheck = new PledgeActionCheck(pledgeStore);
        readPledges = new ReadPledges(pledgeStore, store, pools, around.money());
        pledgeSizes = new PledgeSizes(ledger, ledgerRoom.readFlows, pledgeStore, terms);
        roundBooks = new StakesOrCommons.Rounds(
                places, new FloodRoundBooks(places, costs, ledger), new PoolRoundBooks(ledger));
        bucketBooks = new StakesOrCommons.Buckets(
                places, new FloodBucketBooks(places, costs, ledger, clock), new PoolBucketBooks(ledger, clock));
        PayeeStore payees = foundation.store(SqlPayeeStore.class);
        PayoutBooks ofStakes = new FloodPayoutBooks(
                places,
                new FloodPayoutBooks.Shares(
                        costs,
                        new StakeShares(store, members, ledger),
                        new BucketsOfPools(foundation.store(SqlBucketStore.class)),
                        through,
                        custody),
                ledger,
                payees,
                clock);
        payoutBooks =
                new StakesOrCommons.Payouts(places, ofStakes, new PoolPayoutBooks(ledger, payees, handOvers, clock));
        late = new BookLateArrival(ledger, ledgerRoom.freezes, around.money().own());
        freezes = ledgerRoom.freezes;
    }

    ReadFloods readFloods(Rosters rosters, ReadProposals proposals) {
        return new ReadFloods(
                store,
                pools,
                rosters,
                new ReadStakes(store, members, ledger, proposals, new ReadLevels(store, members, ledger, rosters)),
                bylaws.read);
    }

    void register(
            JerseyEnvironment jersey,
            ReadFloods readFloods,
            Rosters rosters,
            GovernanceRoom governance,
            ReadBook books,
            ReadRounds rounds,
            CustodyRoom accounts,
            ReadPeople people) {
        FloodReaders readers = new FloodReaders(
                readFloods,
                new ReadSwarm(ledger, rosters, members, new ReadLevels(store, members, ledger, rosters)),
                readPledges,
                governance.readers.proposals(),
                books,
                bylaws.read,
                rounds,
                governance.readers.standings(),
                new FloodReaders.Holders(
                        custody,
                        accounts.read,
                        homecoming,
                        new StewardLines(accounts.floodStewards, readFloods, people),
                        new ReadHandOvers(handOvers)));
        FoundFlood foundFlood = foundFlood(governance.inviteToFlood);
        jersey.register(new FloodsApi(foundFlood, readers, foundation.ids()));
        jersey.register(new FloodMoneyApi(readers, readCosts, previewLeaving, readPledges));
        jersey.register(new FloodPages(foundation.pages(), readers, foundation.clock()));
        jersey.register(new FoundFloodPages(foundation.pages(), foundFlood, readers));
        jersey.register(new CompactPages(foundation.pages(), readers));
    }

    /** The statements of each member of a Flood. */
    void registerStatements(JerseyEnvironment jersey, ReadFloods readFloods, BookWords words) {
        ReadStatements statements =
                new ReadStatements(store, members, ledger, foundation.store(SqlHolderStore.class), foundation.clock());
        jersey.register(new StatementPages(foundation.pages(), readFloods, statements, words));
        jersey.register(new StatementFiles(readFloods, statements, words));
    }

    /** Tells stewards when the statements of a quarter are there. */
    DueWork tellOfStatements(Function<BodyRef, List<UUID>> stewards, Notices notices) {
        return new TellOfStatements(
                new TellOfStatements.Desk(foundation.transactions(), foundation.clock()),
                foundation.store(SqlStatementWordStore.class),
                store,
                members,
                new TellOfStatements.Telling(stewards, notices));
    }

    /** Takes what Pools with accounts of their own have sent. */
    TakeStakes takeStakes(TellOfArrivals tell) {
        PayoutStore payouts = foundation.store(SqlPayoutStore.class);
        TakeBackStakes taken = new TakeBackStakes(
                new TakeBackStakes.Desk(handOvers, payouts, new StakesMoved(store, places, ledger)),
                places,
                ledger,
                tell,
                foundation.clock());
        return new TakeStakes(
                handOvers, payouts, places, new TakeStakes.Books(ledger, late, taken, tell), foundation.clock());
    }

    OpenCommons openCommons() {
        return new OpenCommons(store, openFlood(), foundation.clock());
    }

    /** What Pools and Floods carry out about Floods, once votes can be opened. */
    CarryOutActions.FloodDeeds deeds(
            GovernanceRoom governance, EndRound rounds, ChangeShare changeShare, PayoutRoom payout) {
        var transactions = foundation.transactions();
        var clock = foundation.clock();
        AskFlood askFlood = new AskFlood(requests, governance.inviteToFlood);
        Parting parting = new Parting(
                store,
                pledgeStore,
                places,
                books,
                new Parting.Votes(
                        governance.dropOut, (ended, proposal) -> rounds.endAll(BodyRef.flood(ended), proposal)));
        MergeFloods.Ways ways = new MergeFloods.Ways(
                places,
                new Moving(parting, entrance, places, books),
                vote -> passed(governance.readers.proposals().one(vote)),
                askFlood::askOther);
        AdmitPool.Asking asking = new AdmitPool.Asking(askFlood, new InvitePools(store, governance.inviteToFlood));
        return new CarryOutActions.FloodDeeds(
                new JoinFlood(transactions, clock, places, entrance, askFlood),
                new FundFlood(transactions, clock, places, new FundFlood.Books(books, freezes, byHand(payout))),
                new LeaveFlood(transactions, clock, store, places, parting),
                new CarryOutActions.OwnDeeds(
                        new AdmitPool(transactions, clock, places, entrance, asking),
                        new RemovePool(transactions, clock, store, places, parting),
                        new ChangeCompact(transactions, places, bylaws.changes),
                        new DissolveFlood(transactions, clock, store, places, parting),
                        new MergeFloods(transactions, clock, store, requests, ways),
                        new SplitFlood(transactions, clock, openFlood(), bylaws.read, ways),
                        changeShare),
                pledges);
    }

    CarryOutPledges carryOutPledges(PayoutRoom payout) {
        CarryOutPledges.Desk desk = new CarryOutPledges.Desk(
                foundation.transactions(), pledgeStore, freezes, byHand(payout), foundation.clock());
        return new CarryOutPledges(desk, store, places, books, pledgeSizes);
    }

    private OrderHandOver byHand(PayoutRoom payout) {
        String holder = foundation.pages().settings().custodian();
        return new OrderHandOver(payout.orderPayout, payout.payees, handOvers, holder, foundation.clock());
    }

    private static MergeFloods.Passed passed(ProposalView vote) {
        return new MergeFloods.Passed(
                vote.vote().orElseThrow().openedAt(),
                vote.outcome().flatMap(Outcome::pools).map(PoolsCount::agreeing).orElse(Set.of()));
    }

    FoundFlood foundFlood(InviteToFlood inviteToFlood) {
        return new FoundFlood(
                foundation.transactions(),
                store,
                new NamedPools(pools, store),
                openFlood(),
                new InvitePools(store, inviteToFlood));
    }

    private OpenFlood openFlood() {
        String custodian = foundation.pages().settings().custodian();
        AdoptCompact adoptCompact = new AdoptCompact(bylaws.adopt, bylaws.editions, custodian);
        return new OpenFlood(store, ledger, adoptCompact, foundation.clock());
    }
}
