package coop.pools.governance;

import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.SampleBylaws;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Move;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.sql.BatchedBallotStore;
import coop.pools.governance.sql.SqlBallotStore;
import coop.pools.governance.sql.SqlCommentStore;
import coop.pools.governance.sql.SqlDelegationStore;
import coop.pools.governance.sql.SqlDisputeStore;
import coop.pools.governance.sql.SqlOutcomeStore;
import coop.pools.governance.sql.SqlPreparationStore;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices;
import coop.pools.pool.PoolStore;
import coop.pools.pool.sql.SqlPoolStore;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Governance of one Pool with real stores and a clock that stands still. */
public final class Village {
    public static final Action PAY = new Action.Pay(new UUID(9, 9), Money.of(12_000, "EUR"), "Room for May");

    public final TestClock clock = new TestClock();
    public final IdSource ids = new IdSource(clock, new SecureRandom());
    public final VillageBodies bodies;
    public final TestDatabase db;
    public final ProposalStore proposals;
    public final BallotStore ballots;
    public final Propose propose;
    public final PreparationStore preparations;
    public final AskAdmission ask;
    public final SaveDraft save;
    public final PublishDraft publish;
    public final EditProposal edit;
    public final DiscardDraft discard;
    public final SponsorProposal sponsor;
    public final ReadPreparation readPreparation;
    public final CastBallot cast;
    public final WithdrawBallot takeBack;
    public final WithdrawProposal withdraw;
    public final OpenDueVotes openDue;
    public final CloseDueVotes closeDue;
    public final DueDecisions decisions;
    public final CountVotes count;
    public final DelegationStore delegations;
    public final GiveDelegation give;
    public final EndDelegation end;
    public final ReadDelegations delegated;
    public final ReadProposals read;
    public final ReadCount counts;
    public final ReadStanding standing;
    public final DisputeStore disputeStore;
    public final RaiseConcern raise;
    public final AnswerConcern answer;
    public final ReadDisputes readDisputes;
    public final NameOmbud nameOmbud;
    public final StateOutcome outcome;
    public final RemindReviews remind;
    public final CaseDesk desk;
    /** Whom word was left for, and of what kind. */
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());

    public final CommentOnProposal comment;
    public final ReadComments discussion;

    public Village(TestDatabase db, int people) {
        this.db = db;
        bodies = new VillageBodies(people);
        db.jdbi().useHandle(handle -> handle.execute("""
                insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version, created_at)
                values (?, 'village', 'Village', 'EUR', 'una', 'sandbox', 'village', 1, current_timestamp)
                on conflict do nothing
                """, VillageBodies.POOL.id()));
        PoolStore pools = db.store(SqlPoolStore.class);
        bodies.holdBy(() -> pools.lockRoster(VillageBodies.POOL.id()));
        proposals = db.store(SqlProposalStore.class);
        ballots = new BatchedBallotStore(db.store(SqlBallotStore.class), db.jdbiTransactions());
        CommentStore comments = db.store(SqlCommentStore.class);
        Opening opening = new Opening(proposals, bodies, bodies, ballots);
        delegations = db.store(SqlDelegationStore.class);
        count = new CountVotes(clock, new CountVotes.Sources(proposals, ballots, delegations), bodies, bodies);
        Closing closing = new Closing(proposals, ballots, count, bodies);
        give = new GiveDelegation(db.transactions(), clock, proposals, delegations, bodies);
        end = new EndDelegation(db.transactions(), clock, delegations, bodies);
        delegated = new ReadDelegations(clock, delegations, ballots, bodies);
        Electors electors = new Electors(db.transactions(), proposals, bodies, bodies);
        BallotBox box = new BallotBox(
                db.transactions(),
                clock,
                new BallotBox.Desk(proposals, ballots, ids),
                electors,
                new BallotBox.Turns(opening, closing));
        preparations = db.store(SqlPreparationStore.class);
        ChangeRules changes = SampleBylaws.changes(db::store, clock);
        NewProposals fresh = new NewProposals(proposals, changes);
        Announcing announcing = new Announcing(fresh, bodies, bodies, opening, (id, person, notice) -> {});
        ask = new AskAdmission(db.transactions(), clock, proposals, announcing);
        propose = new Propose(db.transactions(), clock, proposals, announcing);
        save = new SaveDraft(db.transactions(), clock, proposals, preparations, announcing);
        publish = new PublishDraft(db.transactions(), clock, proposals, preparations, announcing);
        edit = new EditProposal(db.transactions(), clock, proposals, preparations, announcing);
        discard = new DiscardDraft(db.transactions(), preparations);
        sponsor = new SponsorProposal(db.transactions(), clock, proposals, preparations, bodies);
        readPreparation = new ReadPreparation(proposals, preparations, bodies);
        cast = new CastBallot(box);
        takeBack = new WithdrawBallot(box);
        withdraw = new WithdrawProposal(db.transactions(), clock, proposals);
        openDue = new OpenDueVotes(db.transactions(), clock, proposals, opening);
        closeDue = new CloseDueVotes(db.transactions(), clock, proposals, closing);
        read = new ReadProposals(clock, proposals, count, new TwoVotes(changes));
        counts = new ReadCount(read, proposals, ballots, bodies, count);
        standing = new ReadStanding(proposals, ballots, electors);
        disputeStore = db.store(SqlDisputeStore.class);
        decisions = new DueDecisions(proposals, new Holds(disputeStore, read));
        desk = new CaseDesk(db.transactions(), disputeStore, proposals, clock);
        Notices notices = (id, person, notice) -> told.add(person + " " + notice.kind());
        Disputes disputes = new Disputes(desk, decisions, announcing, bodies, notices);
        raise = new RaiseConcern(desk, read, disputes, bodies);
        answer = new AnswerConcern(desk, disputes);
        readDisputes = new ReadDisputes(desk, read, disputes, bodies);
        nameOmbud = new NameOmbud(desk, decisions, bodies);
        ReadPeople named = new ReadPeople(db.store(SqlIdentityStore.class), clock);
        Listeners listeners = new Listeners(
                bodies,
                named,
                (within, name) -> bodies.named(name, named).limit(2).toList(),
                notices);
        OutcomeStore outcomes = db.store(SqlOutcomeStore.class);
        outcome = new StateOutcome(
                desk, outcomes, read, bodies, (body, person) -> person.equals(VillageBodies.person(5)));
        remind = new RemindReviews(desk, outcomes, bodies, notices);
        comment = new CommentOnProposal(db.transactions(), clock, proposals, comments, listeners);
        discussion = new ReadComments(proposals, comments, new Audience(bodies));
    }

    public static Caller member(int number) {
        return Caller.of(VillageBodies.person(number));
    }

    static Draft draft(Action action) {
        return new Draft(
                VillageBodies.POOL, "Pay Ana for the room", "Because *May* is near.", action, Optional.empty());
    }

    /** A payment proposed by the first member, its discussion still to come. */
    public Proposal proposed() {
        return propose.propose(member(1), ids.newId(), draft(PAY));
    }

    /** A payment whose vote has just opened. */
    public UUID open() {
        UUID id = proposed().id();
        hours(48);
        openDue.run(10);
        return id;
    }

    public void vote(UUID proposal, Choice choice, int... members) {
        for (int member : members) {
            cast.cast(member(member), proposal, choice, "");
        }
    }

    /** Lets the members exist in the database, for what refers to them there. */
    public void people(int number) {
        SqlIdentityStore identity = db.store(SqlIdentityStore.class);
        for (int i = 1; i <= number; i++) {
            identity.insertPerson(new Person(VillageBodies.person(i), "Person " + i, clock.instant()));
        }
    }

    /** Does with a proposal of the first member what the move says, as whoever may do it. */
    void move(UUID id, Move move) {
        switch (move) {
            case PUBLISH -> publish.publish(member(1), id);
            case DISCARD -> discard.discard(member(1), id);
            case EDIT ->
                edit.edit(
                        member(1),
                        id,
                        new EditProposal.Edit(
                                "Another", "", new Action.Statement(), BallotPaper.USUAL, Optional.empty()));
            case SPONSOR -> sponsor.sponsor(member(2), id, true);
            case WITHDRAW -> withdraw.withdraw(member(1), id);
            case CAST -> cast.cast(member(2), id, Choice.ABSTAIN, "");
            case TAKE_BACK -> takeBack.withdraw(member(1), id);
            case COMMENT -> say(2, ids.newId(), id, Optional.empty(), "Why?");
            case RAISE_CONCERN -> raise.raise(member(3), id, "The room was never there.");
            case STATE_OUTCOME -> outcome.state(member(1), id, "We met there.", Optional.empty());
        }
    }

    Comment say(int member, UUID comment, UUID proposal, Optional<UUID> parent, String text) {
        return this.comment.comment(
                member(member), comment, proposal, new CommentOnProposal.Said(parent, text, Optional.empty()));
    }

    public void hours(long hours) {
        clock.advance(Duration.ofHours(hours));
    }

    public ProposalState state(UUID proposal) {
        return read.one(proposal).state();
    }

    Optional<Outcome> stored(UUID proposal) {
        return proposals.find(proposal).orElseThrow().progress().outcome();
    }

    BallotCount recount(UUID proposal) {
        return ballots.count(proposal);
    }
}
