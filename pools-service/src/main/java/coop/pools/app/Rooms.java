package coop.pools.app;

import coop.pools.commons.ReadCommons;
import coop.pools.custody.domain.CustodyMode;
import coop.pools.enactment.CarryOutActions;
import coop.pools.enactment.EnactDueDecisions;
import coop.pools.enactment.TellOfBlocked;
import coop.pools.enactment.TellOfRoles;
import coop.pools.exit.EndPools;
import coop.pools.flood.PoolInFlood;
import coop.pools.flood.PoolMoney;
import coop.pools.flood.ReadFloods;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.web.BodyProposals;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.ledger.web.BookWords;
import coop.pools.overview.ReadTreasury;
import coop.pools.payout.AmountActionCheck;
import coop.pools.platform.db.OutsideCalls;
import coop.pools.recurring.sql.SqlRecurringStore;
import coop.pools.treasury.ContributionStore;
import coop.pools.treasury.RequestRefund;
import coop.pools.treasury.sql.SqlContributionStore;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.servlets.tasks.Task;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** All rooms, each built after those that it knows. */
final class Rooms {
    final Foundation foundation;
    final LedgerRoom ledger;
    final NoticeRoom notices;
    final MailRoom mail;
    final IdentityRoom identity;
    final PoolRoom pool;
    final GovernanceRoom governance;
    final PayoutRoom payout;
    final ReceiptRoom receipts;
    final CustodyRoom custody;
    final ExpenseRoom expenses;
    final ExitRoom exits;
    final TreasuryRoom treasury;
    final RecurringRoom recurring;
    final FloodRoom flood;
    final CommonsRoom commons;
    final BucketRoom bucket;
    final RoundRoom round;
    final ReconciliationRoom reconciliation;
    final GroupsIntegration groups;
    final PaymentsIntegration payments;
    private final BodiesByKind bodies;
    private final PoolsConfiguration configuration;
    private final BylawsRoom bylaws;
    private final OverviewRoom overview;
    private final ReadFloods readFloods;
    private final EnactDueDecisions enact;

    Rooms(PoolsConfiguration configuration, Foundation foundation, Supplier<URI> ownAddress) {
        this.configuration = configuration;
        this.foundation = foundation;
        OutsideCalls guard = new OutsideCalls(foundation.transactions());
        groups = GroupsIntegration.of(configuration.getGroups(), foundation, guard, ownAddress);
        payments = PaymentsIntegration.of(configuration.getPayments(), foundation, guard);
        PaymentProcessor processor = payments.processor;
        bodies = new BodiesByKind();

        ledger = new LedgerRoom(foundation, configuration.getSigning().secret());
        notices = new NoticeRoom(foundation, bodies, configuration.getMail().isSetUp());
        identity = new IdentityRoom(foundation, groups);
        bylaws = new BylawsRoom(foundation);
        pool = new PoolRoom(
                foundation,
                identity,
                bylaws,
                ledger.ledger,
                groups.sources,
                currency -> processor.limits(currency).supported(),
                this::requireOpen);
        governance = new GovernanceRoom(
                foundation,
                bodies,
                pool.rosters,
                new GovernanceRoom.Around(
                        notices.notices,
                        identity.readPeople,
                        pool.readMembers::namesakes,
                        bylaws.changes,
                        this::isSteward));
        flood = new FloodRoom(
                foundation,
                new FloodRoom.Around(
                        new PoolsForFloods(pool.store, pool.readMembers),
                        pool.rosters,
                        new PoolMoney(this::hasOwnAccount, this::isOpeningAccount, this::stewardsOfPool),
                        this::requireGoingOn),
                bylaws,
                ledger);
        round = new RoundRoom(foundation, ledger.ledger, bodies, pool.rosters, flood.roundBooks);
        commons = new CommonsRoom(
                foundation, configuration.commonsPlan(), flood.openCommons(), ledger.ledger, this::hasOwnAccount);
        receipts = new ReceiptRoom(foundation, bodies);
        ContributionStore contributions = foundation.store(SqlContributionStore.class);
        custody = new CustodyRoom(
                foundation,
                bodies,
                new CustodyRoom.Seats(pool.readMembers, flood.seats),
                processor,
                new MoneyInBooks(ledger.ledger, contributions, foundation.store(SqlRecurringStore.class)),
                this::closeWaysInto,
                bylaws,
                ledger.ledger);
        VotesOfPayouts votes = new VotesOfPayouts(governance.readers, custody::stewardsOf);
        payout = new PayoutRoom(
                foundation,
                ledger,
                bodies,
                processor,
                flood.payoutBooks,
                new PayoutRoom.Around(
                        custody::wayOf,
                        votes,
                        custody::stewardsOf,
                        custody.read::placeOf,
                        notices.notices,
                        receipts,
                        identity.readPeople));
        expenses = new ExpenseRoom(foundation, bodies, identity, governance, receipts, payout);
        MoneyInBooks held = new MoneyInBooks(ledger.ledger, contributions, foundation.store(SqlRecurringStore.class));
        exits = new ExitRoom(
                foundation,
                ledger,
                identity,
                bylaws,
                pool,
                payout,
                new ExitRoom.Around(
                        bodies,
                        new EndPools.Ways(this::closeWaysInto, held),
                        this::isInFloods,
                        this::untie,
                        notices.notices));
        bucket = new BucketRoom(foundation, ledger, bodies, flood.bucketBooks, round.deeds);
        RecurringEntry entry = RecurringEntry.of(foundation, bodies, processor, notices.notices);
        treasury = new TreasuryRoom(
                foundation,
                ledger,
                identity,
                processor,
                new TreasuryRoom.Ports(
                        bodies,
                        bucket.ofPools,
                        bylaws.givingRules,
                        this::openAccountOf,
                        custody.read::placeOf,
                        pool::firstMembers,
                        notices.notices,
                        entry.pages(),
                        custody::accounts,
                        new RequestRefund.Bounds(exits.store::hasParted, pool.margins),
                        commons.platformPart),
                List.of(entry.effect(), payout.effect));
        recurring = new RecurringRoom(foundation, entry, treasury, identity, bodies, processor);
        reconciliation = new ReconciliationRoom(
                foundation,
                treasury,
                processor,
                new ReconciliationRoom.Around(custody::ownAccounts, flood.takeStakes(payout.tellOfArrivals)),
                ledger,
                bodies);
        bodies.add(BodyRef.Kind.POOL, pool.body);
        bodies.add(BodyRef.Kind.FLOOD, flood.body);
        bodies.add(payout.actionCheck);
        bodies.add(new AmountActionCheck());
        bodies.add(flood.actionCheck);
        bodies.add(commons.changeShare);
        bodies.add(flood.pledgeCheck);
        bodies.add(bucket.actionCheck);
        bodies.add(round.actionCheck);
        bodies.add(custody.actionCheck);
        bodies.add(custody.stewardCheck);
        bodies.add(pool.memberCheck);
        bodies.add(exits.check);
        bodies.add(governance.namedPeople);

        readFloods = flood.readFloods(pool.rosters, governance.readers.proposals());
        mail = new MailRoom(
                foundation,
                configuration,
                guard,
                new MailRoom.Around(
                        notices,
                        bodies,
                        person -> bodiesOf(bodies, person),
                        identity.readPeople,
                        governance.readers.proposals(),
                        governance.undecided,
                        round.read,
                        flood.peopleOfMembers,
                        exits::leaveFirst,
                        ledger.freezes));
        overview = new OverviewRoom(
                foundation,
                pool.directory,
                ledger,
                new OverviewRoom.Cards(recurring.read, treasury.readUnderWay, exits.read, round.read),
                bylaws.read,
                governance.readers.proposals(),
                readFloods,
                notices.readNotices,
                new ReadTreasury(
                        pool.readPools,
                        new ReadTreasury.Books(
                                ledger.ledger, ledger.readBook, ledger.readFlows, recurring.read, ledger.freezes),
                        bucket.readBuckets,
                        new ReadTreasury.Waiting(
                                governance.readers.proposals(), payout.readPayouts, treasury.readUnderWay, exits.read),
                        foundation.clock()));
        enact = new EnactDueDecisions(
                foundation.transactions(),
                governance.dueDecisions,
                bodies,
                new TellOfBlocked(
                        new TellOfRoles(
                                new CarryOutActions(
                                        new CarryOutActions.BodyDeeds(
                                                payout.orderPayout, bylaws.changes, governance.nameOmbud, exits.floor),
                                        flood.deeds(governance, round.deeds.end(), commons.changeShare, payout),
                                        bucket.deeds,
                                        new CarryOutActions.CustodyDeeds(custody.choose, custody.nameSteward),
                                        pool.memberDeeds(exits, notices.notices)),
                                notices.notices,
                                decided -> custody.nameSteward.endedBy(decided.id(), decided.body())),
                        custody::stewardsOf,
                        notices.notices),
                foundation.clock());
    }

    /** The Pools and Floods that a person belongs to now. */
    private List<Bodies.Body> bodiesOf(Bodies bodies, UUID person) {
        List<Bodies.Body> all = new ArrayList<>();
        pool.poolsOf(person).forEach(id -> all.add(bodies.read(BodyRef.pool(id))));
        readFloods
                .ofPerson(person)
                .forEach(card -> all.add(bodies.read(BodyRef.flood(card.flood().id()))));
        if (!all.isEmpty()) {
            readFloods.commons().forEach(flood -> all.add(bodies.read(BodyRef.flood(flood.id()))));
        }
        return all;
    }

    /** Nothing more is to come into this Pool: what is begun is closed, what comes by itself is ended. */
    private void closeWaysInto(UUID pool) {
        treasury.closeCheckouts.into(pool);
        recurring.endGiving.to(pool);
    }

    void register(JerseyEnvironment jersey) {
        identity.register(jersey);
        groups.register(jersey, identity);
        BookWords words =
                new BookWords(foundation.sentences(), bucket.names, new SqlCausePages(foundation.jdbi(), bodies));
        ledger.register(jersey, reconciliation.checks(), words);
        notices.register(jersey);
        mail.register(jersey);
        pool.register(jersey, overview.api::read, exits.settle, recurring.endShares::left, governance);
        BodyProposals proposals =
                governance.register(jersey, subjects(), identity.readPeople, receipts.attached, bylaws);
        treasury.register(jersey, pool::poolsOf, recurring.start, words);
        recurring.register(jersey, treasury);
        reconciliation.register(jersey);
        bucket.register(jersey);
        round.register(jersey, proposals, identity.readPeople);
        Optional<String> country =
                Optional.ofNullable(configuration.getPayments().payeeCountry());
        payout.register(
                jersey,
                country,
                proposal -> expenses.readExpenses.ofProposal(proposal).map(expense -> "/expenses/" + expense.id()));
        custody.register(jersey, identity.readPeople, country.orElse(""));
        receipts.register(jersey);
        expenses.register(jersey);
        exits.register(jersey);
        payments.register(jersey, treasury, payout);
        flood.register(
                jersey,
                readFloods,
                pool.rosters,
                governance,
                ledger.readBook,
                round.read,
                custody,
                identity.readPeople);
        flood.registerStatements(jersey, readFloods, words);
        commons.register(
                jersey, new ReadCommons.Around(readFloods, governance.readers.proposals(), payout.readPayouts));
        overview.register(jersey, reconciliation.read, words);
    }

    /** A Pool ends: it asks nothing of Floods any more, and the pots of its rounds go back. */
    private void untie(UUID proposal, UUID ending) {
        flood.entrance.withdraw(ending);
        round.deeds.end().endAll(BodyRef.pool(ending), proposal);
    }

    /** Whose account is charged for a Pool; refused once it is ending. */
    private Optional<String> openAccountOf(UUID pool) {
        requireOpen(pool);
        return custody.read.accountFor(pool);
    }

    /** Refuses for a Pool that is ending. */
    private void requireOpen(UUID pool) {
        exits.check.requireOpen(pool);
    }

    /** The same; until the transaction is over it cannot begin to end. */
    private void requireGoingOn(UUID pool) {
        ledger.ledger.hold(pool);
        requireOpen(pool);
    }

    private boolean isInFloods(UUID pool) {
        return readFloods.ofPool(pool).values().stream().anyMatch(PoolInFlood::isJoined);
    }

    private boolean hasOwnAccount(UUID id) {
        return custody.read.mode(id) == CustodyMode.OWN;
    }

    private boolean isOpeningAccount(UUID id) {
        return custody.read.isOpening(id);
    }

    private int stewardsOfPool(UUID id) {
        return custody.stewardsOf(BodyRef.pool(id)).size();
    }

    private boolean isSteward(BodyRef body, UUID person) {
        return custody.stewardsOf(body).contains(person);
    }

    /** What operators can do on the admin port. */
    List<Task> tasks() {
        List<Task> tasks = new ArrayList<>(treasury.tasks);
        tasks.addAll(reconciliation.tasks());
        tasks.add(mail.asideTask());
        return tasks;
    }

    private Subjects subjects() {
        return new Subjects(
                payout.readPayees,
                readFloods,
                bucket.readBuckets,
                new Subjects.Money(expenses.readExpenses, payout.readPayouts, exits.meaning),
                identity.readPeople,
                new Subjects.Custodies(
                        custody.readStewards, custody.floodStewards, custody.places, pool.readMembers, pool.admissions),
                new Subjects.Stakes(flood.readCosts, flood.previewLeaving, flood.homecoming, flood.readPledges),
                round.read);
    }

    /** In the order in which one piece of work makes the next one due. */
    List<DueWork> dueWork() {
        List<DueWork> works = new ArrayList<>(governance.works);
        works.add(enact);
        payments.sandbox.ifPresent(room -> works.add(room.playDue(treasury)));
        works.addAll(recurring.works);
        works.addAll(treasury.dueWork());
        works.add(custody.watch);
        works.add(custody.bringHome);
        works.add(exits.endPools);
        works.add(exits.pay);
        works.addAll(payout.dueWork());
        works.addAll(reconciliation.dueWork());
        works.add(bucket.sweep);
        works.add(round.close);
        works.add(flood.carryOutPledges(payout));
        works.add(flood.tellOfStatements(custody::stewardsOf, notices.notices));
        works.addAll(pool.works);
        works.addAll(mail.works);
        works.add(pool.sayFarewell(recurring.endShares::left));
        works.add(identity.forgetOldSignIns);
        works.addAll(ledger.dueWork());
        return works;
    }
}
