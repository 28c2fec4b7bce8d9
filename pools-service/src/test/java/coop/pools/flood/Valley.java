package coop.pools.flood;

import coop.pools.bucket.AllocateMoney;
import coop.pools.bucket.BucketStore;
import coop.pools.bucket.BucketsOfPools;
import coop.pools.bucket.CloseBucket;
import coop.pools.bucket.domain.Bucket;
import coop.pools.bucket.sql.SqlBucketStore;
import coop.pools.bylaws.AdoptBylaws;
import coop.pools.bylaws.BylawsStore;
import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.Editions;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.SampleBylaws;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.flood.FloodTerms.Terms;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.flood.sql.SqlFloodStore;
import coop.pools.flood.sql.SqlPledgeStore;
import coop.pools.flood.sql.SqlRequestStore;
import coop.pools.governance.Announcing;
import coop.pools.governance.BallotStore;
import coop.pools.governance.CountVotes;
import coop.pools.governance.DropOut;
import coop.pools.governance.InviteToFlood;
import coop.pools.governance.NewProposals;
import coop.pools.governance.Opening;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.Propose;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.TwoVotes;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.sql.SqlBallotStore;
import coop.pools.governance.sql.SqlDelegationStore;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.ReadFlows;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.ledger.sql.SqlFlowStore;
import coop.pools.ledger.sql.SqlFreezeStore;
import coop.pools.ledger.sql.SqlHolderStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.sql.SqlPayeeStore;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Floods with real stores, a real ledger and real governance; the Pools are in memory. */
final class Valley {
    static final Currency EUR = Currency.getInstance("EUR");
    static final Editions EDITIONS = Editions.load();

    final TestDatabase db;
    final TestClock clock = new TestClock();
    final IdSource ids = new IdSource(clock, new SecureRandom());
    final ValleyPools pools;
    final FloodStore floods;
    final SqlLedgerStore ledgerStore;
    final Ledger ledger;
    final Members members;
    final Through through;
    final Places places;
    final FloodActionCheck checks;
    final FloodBody body;
    final ReadProposals proposals;
    final Propose propose;
    final FoundFlood found;
    final JoinFlood join;
    final FundFlood fund;
    final ValleyShapes shapes;
    final Freezes freezes;
    final LeaveFlood leave;
    final Parting parting;
    private final Entrance entrance;
    final FloodPayoutBooks payouts;
    final ReadFloods read;
    final ReadStatements statements;
    final FloodBooks books;
    final ValleyOwnAccounts own = new ValleyOwnAccounts(this);
    final CostShares costs;
    final PledgeStore pledgeStore;
    final Pledges pledges;
    final CarryOutPledges carryOutPledges;
    final ReadPledges readPledges;
    final ReadCosts readCosts;
    final PreviewLeaving leaving;
    final BucketStore buckets;
    final FloodBucketBooks bucketBooks;
    final ValleyBodies bodies;
    /** Is told of Floods that end. */
    BiConsumer<UUID, UUID> ended = (flood, vote) -> {};

    private final Map<UUID, Terms> terms = new ConcurrentHashMap<>();

    Valley(TestDatabase db) {
        this.db = db;
        floods = db.store(SqlFloodStore.class);
        ledgerStore = db.store(SqlLedgerStore.class);
        pools = new ValleyPools(ledgerStore);
        ledger = new Ledger(ledgerStore, ids);
        members = new Members(floods, pools);
        through = new Through(floods, members, own.money());
        places = new Places(floods, members);
        BylawsStore bylawsStore = db.store(SqlBylawsStore.class);
        ReadBylaws readBylaws = new ReadBylaws(bylawsStore, EDITIONS);
        RequestStore requests = db.store(SqlRequestStore.class);
        entrance = new Entrance(floods, requests, readBylaws, members, new Entrance.Around(ledger, pool -> {}));
        ChangeRules changes = SampleBylaws.changes(db::store, clock);
        checks = new FloodActionCheck(places, entrance, changes, through);
        pools.checkedBy(checks);
        body = new FloodBody(floods, pools, readBylaws, checks);
        bodies = new ValleyBodies(pools, body);
        ProposalStore proposalStore = db.store(SqlProposalStore.class);
        BallotStore ballots = db.store(SqlBallotStore.class);
        CountVotes count = new CountVotes(
                clock,
                new CountVotes.Sources(proposalStore, ballots, db.store(SqlDelegationStore.class)),
                pools,
                bodies);
        proposals = new ReadProposals(clock, proposalStore, count, new TwoVotes(changes));
        Opening opening = new Opening(proposalStore, bodies, pools, ballots);
        NewProposals fresh = new NewProposals(proposalStore, changes);
        Announcing announcing = new Announcing(fresh, bodies, pools, opening, (id, person, notice) -> {});
        propose = new Propose(db.transactions(), clock, proposalStore, announcing);
        InviteToFlood invite = new InviteToFlood(db.transactions(), clock, proposalStore, bodies, opening);
        AdoptCompact compact = new AdoptCompact(new AdoptBylaws(bylawsStore, clock), EDITIONS, "The fiscal host");
        OpenFlood openFlood = new OpenFlood(floods, ledger, compact, clock);
        found = new FoundFlood(
                db.transactions(), floods, new NamedPools(pools, floods), openFlood, new InvitePools(floods, invite));
        freezes = new Freezes(db.transactions(), ledgerStore, db.store(SqlFreezeStore.class), ids, clock);
        Custody custody = new Custody(through, ledger, freezes);
        costs = new CostShares(floods, members, pools, new CostShares.Books(ledger, custody), this::terms);
        books = new FloodBooks(ledger, this::terms, costs, through);
        AskFlood askFlood = new AskFlood(requests, invite);
        join = new JoinFlood(db.transactions(), clock, places, entrance, askFlood);
        pledgeStore = db.store(SqlPledgeStore.class);
        parting = new Parting(
                floods,
                pledgeStore,
                places,
                books,
                new Parting.Votes(
                        new DropOut(proposalStore, ballots, pools, ids), (flood, vote) -> ended.accept(flood, vote)));
        shapes = new ValleyShapes(this, requests, new Moving(parting, entrance, places, books), openFlood, readBylaws);
        fund = new FundFlood(db.transactions(), clock, places, own.books());
        leave = new LeaveFlood(db.transactions(), clock, floods, places, parting);
        pledges = new Pledges(db.transactions(), clock, places, pledgeStore);
        readPledges = new ReadPledges(pledgeStore, floods, pools, own.money());
        carryOutPledges = new CarryOutPledges(
                new CarryOutPledges.Desk(db.transactions(), pledgeStore, freezes, own.byHand(), clock),
                floods,
                places,
                books,
                new PledgeSizes(
                        ledger, new ReadFlows(db.store(SqlFlowStore.class), ledgerStore), pledgeStore, this::terms));
        readCosts = new ReadCosts(places, costs, ledger, this::terms, through);
        leaving = new PreviewLeaving(floods, members, ledger);
        buckets = db.store(SqlBucketStore.class);
        bucketBooks = new FloodBucketBooks(places, costs, ledger, clock);
        payouts = new FloodPayoutBooks(
                places,
                new FloodPayoutBooks.Shares(
                        costs, new StakeShares(floods, members, ledger), new BucketsOfPools(buckets), through, custody),
                ledger,
                db.store(SqlPayeeStore.class),
                clock);
        ReadStakes stakes =
                new ReadStakes(floods, members, ledger, proposals, new ReadLevels(floods, members, ledger, pools));
        statements = new ReadStatements(floods, members, ledger, db.store(SqlHolderStore.class), clock);
        read = new ReadFloods(floods, pools, pools, stakes, readBylaws);
    }

    /** The Flood's compact says so from now on. */
    void rule(Flood flood, Fund fund, CostKey key, Shortfall shortfall) {
        terms.put(flood.id(), new Terms(fund, key, shortfall, new BasisPoints(2000)));
    }

    Terms terms(UUID flood) {
        return terms.getOrDefault(
                flood, new Terms(Fund.TRANSFER, CostKey.BY_AVAILABLE, Shortfall.STOP, new BasisPoints(2000)));
    }

    /** An open bucket of the Flood. */
    Bucket bucket(Flood flood, String slug) {
        UUID opener = ids.newId();
        db.store(SqlIdentityStore.class).insertPerson(new Person(opener, "Somebody", clock.instant()));
        Bucket bucket = new Bucket(
                ids.newId(),
                flood.id(),
                slug,
                "The " + slug,
                "",
                Optional.empty(),
                opener,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        buckets.insert(bucket);
        return bucket;
    }

    void allocate(Flood flood, String bucket, long minor) {
        AllocateMoney allocate = new AllocateMoney(buckets, Map.of(BodyRef.Kind.FLOOD, bucketBooks));
        Action.Allocate action = new Action.Allocate(bucket, money(flood, minor));
        db.transactions().inTransaction(() -> allocate.allocate(ids.newId(), BodyRef.flood(flood.id()), action));
    }

    void closeBucket(Flood flood, String bucket) {
        CloseBucket close = new CloseBucket(buckets, Map.of(BodyRef.Kind.FLOOD, bucketBooks), clock);
        Action.CloseBucket action = new Action.CloseBucket(bucket);
        db.transactions().inTransaction(() -> close.close(ids.newId(), BodyRef.flood(flood.id()), action));
    }

    /** A Pool with an open book and these members. */
    MemberPool pool(String slug, String currency, UUID... people) {
        return pool(ids.newId(), slug, currency, people);
    }

    MemberPool pool(UUID id, String slug, String currency, UUID... people) {
        db.transactions().inTransaction(() -> ledger.openBook(id, Currency.getInstance(currency), clock.instant()));
        return pools.add(id, slug, currency, people);
    }

    void contribute(MemberPool pool, long minor) {
        Money amount = new Money(minor, Currency.getInstance(pool.currency()));
        Transfer transfer = new Transfer(Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, amount, "A contribution");
        Cause cause = new Cause("contribution", ids.newId());
        Posting posting = new Posting(pool.id(), cause, clock.instant(), "processor", List.of(transfer));
        db.transactions().inTransaction(() -> {
            ledger.post(posting);
        });
    }

    /** An active Flood to which these Pools belong. */
    Flood flood(String name, MemberPool... pools) {
        UUID founder = pools.length == 0 ? ids.newId() : this.pools.somebodyOf(pools[0].id());
        Flood flood = found(founder, name, pools);
        join(flood, pools);
        return floods.find(flood.id()).orElseThrow();
    }

    Flood found(UUID founder, String name, MemberPool... named) {
        List<String> slugs = List.of(named).stream().map(MemberPool::slug).toList();
        String currency = named.length == 0 ? "EUR" : named[0].currency();
        NewFlood wish = new NewFlood(name, "A stage at the river", currency, slugs, Map.of());
        return found.found(Caller.of(founder), ids.newId(), wish);
    }

    Voted voted(UUID proposal) {
        return new Voted(proposal, ids.newId(), clock.instant(), Set.of());
    }

    void join(Flood flood, MemberPool... joining) {
        for (MemberPool pool : joining) {
            joinAsNamed(flood, pool.id());
        }
    }

    /** A Pool or Flood that the Flood has named before, or need not. */
    void joinAsNamed(Flood flood, UUID member) {
        join.join(voted(ids.newId()), member, new Action.JoinFlood(flood.id()));
    }

    /** The Flood has voted that a Pool or Flood may join. */
    void consent(Flood flood, UUID member) {
        db.transactions().inTransaction(() -> entrance.consent(flood, member, ids.newId(), clock.instant()));
    }

    /** Floods join as Pools do; here with the consent of the other one. */
    void join(Flood flood, Flood... joining) {
        for (Flood child : joining) {
            consent(flood, child.id());
            joinAsNamed(flood, child.id());
        }
    }

    void fund(Flood flood, Flood child, long minor) {
        fund.fund(ids.newId(), child.id(), new Action.FundFlood(flood.id(), money(flood, minor)));
    }

    void leave(Flood flood, Flood child) {
        leave.leave(ids.newId(), child.id(), new Action.LeaveFlood(flood.id()));
    }

    /** The other members have voted one out. */
    void remove(Flood flood, Flood child) {
        remove(flood, child.id());
    }

    void fund(Flood flood, MemberPool pool, long minor) {
        fund.fund(ids.newId(), pool.id(), new Action.FundFlood(flood.id(), money(flood, minor)));
    }

    void leave(Flood flood, MemberPool pool) {
        leave.leave(ids.newId(), pool.id(), new Action.LeaveFlood(flood.id()));
    }

    /** The other Pools have voted one out. */
    void remove(Flood flood, MemberPool pool) {
        remove(flood, pool.id());
    }

    private void remove(Flood flood, UUID member) {
        shapes.remove(flood, member);
    }

    void dissolve(Flood flood) {
        shapes.dissolve(flood);
    }

    /** Both Floods have agreed, and every Pool of the first goes along. */
    void merge(Flood from, Flood into) {
        shapes.merge(from, into, places.levels().pools(from.id()));
    }

    /** A payment of the Flood, its money set aside. */
    Payout reserve(Flood flood, long minor) {
        return reserve(flood, minor, Optional.empty());
    }

    Payout reserve(Flood flood, long minor, Optional<String> bucket) {
        UUID proposal = ids.newId();
        Payout payout = Payout.ordered(
                new Payout.Order(
                        ids.newId(),
                        BodyRef.flood(flood.id()),
                        Payout.Ground.proposal(proposal),
                        ids.newId(),
                        money(flood, minor),
                        "Lights for the stage"),
                Payout.Way.PROCESSOR,
                clock.instant());
        db.transactions().inTransaction(() -> payouts.reserve(payout, bucket));
        return payout;
    }

    void paid(Payout payout) {
        db.transactions().inTransaction(() -> payouts.paid(payout));
    }

    void release(Payout payout) {
        db.transactions().inTransaction(() -> payouts.release(payout));
    }

    void reverse(Payout payout) {
        reverse(payout, payout.amount().minorUnits());
    }

    /** The processor tells that so much of it has come back so far. */
    void reverse(Payout payout, long cameBack) {
        db.transactions()
                .inTransaction(() -> payouts.reverse(
                        payout, new Money(cameBack, payout.amount().currency())));
    }

    long balance(UUID book, String account) {
        return ledger.balance(book, account).minorUnits();
    }

    long stake(Flood flood, MemberPool pool) {
        return balance(flood.id(), Accounts.stakeOf(pool.slug()));
    }

    long available(MemberPool pool) {
        return balance(pool.id(), Accounts.AVAILABLE);
    }

    static Money money(Flood flood, long minor) {
        return new Money(minor, Currency.getInstance(flood.currency()));
    }

    static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
