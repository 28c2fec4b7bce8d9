package coop.pools.app;

import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.sql.SqlFirstVoteStore;
import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Announcing;
import coop.pools.governance.AnswerConcern;
import coop.pools.governance.AskAdmission;
import coop.pools.governance.Audience;
import coop.pools.governance.BallotBox;
import coop.pools.governance.BallotStore;
import coop.pools.governance.Bodies;
import coop.pools.governance.CaseDesk;
import coop.pools.governance.CastBallot;
import coop.pools.governance.CloseDueVotes;
import coop.pools.governance.Closing;
import coop.pools.governance.CommentOnProposal;
import coop.pools.governance.CommentStore;
import coop.pools.governance.CountVotes;
import coop.pools.governance.DelegationStore;
import coop.pools.governance.DiscardDraft;
import coop.pools.governance.DisputeStore;
import coop.pools.governance.Disputes;
import coop.pools.governance.DropOut;
import coop.pools.governance.DueDecisions;
import coop.pools.governance.EditProposal;
import coop.pools.governance.Electors;
import coop.pools.governance.EndDelegation;
import coop.pools.governance.GiveDelegation;
import coop.pools.governance.Holds;
import coop.pools.governance.InviteToFlood;
import coop.pools.governance.Listeners;
import coop.pools.governance.NameOmbud;
import coop.pools.governance.NamedPeople;
import coop.pools.governance.NewProposals;
import coop.pools.governance.OpenDueVotes;
import coop.pools.governance.Opening;
import coop.pools.governance.OutcomeStore;
import coop.pools.governance.PreparationStore;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.Propose;
import coop.pools.governance.PublishDraft;
import coop.pools.governance.RaiseConcern;
import coop.pools.governance.ReadComments;
import coop.pools.governance.ReadCount;
import coop.pools.governance.ReadDelegations;
import coop.pools.governance.ReadDisputes;
import coop.pools.governance.ReadPreparation;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.ReadStanding;
import coop.pools.governance.ReadUndecided;
import coop.pools.governance.RemindReviews;
import coop.pools.governance.RemindSecondVotes;
import coop.pools.governance.Rosters;
import coop.pools.governance.SaveDraft;
import coop.pools.governance.SponsorProposal;
import coop.pools.governance.StateOutcome;
import coop.pools.governance.TwoVotes;
import coop.pools.governance.WithdrawBallot;
import coop.pools.governance.WithdrawProposal;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.sql.BatchedBallotStore;
import coop.pools.governance.sql.SqlBallotStore;
import coop.pools.governance.sql.SqlCommentStore;
import coop.pools.governance.sql.SqlDelegationStore;
import coop.pools.governance.sql.SqlDisputeStore;
import coop.pools.governance.sql.SqlOutcomeStore;
import coop.pools.governance.sql.SqlPreparationStore;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.governance.web.Actions;
import coop.pools.governance.web.AttachedFiles;
import coop.pools.governance.web.BallotLane;
import coop.pools.governance.web.BodyProposalPages;
import coop.pools.governance.web.BodyProposals;
import coop.pools.governance.web.CaseActs;
import coop.pools.governance.web.DelegationPages;
import coop.pools.governance.web.DelegationsApi;
import coop.pools.governance.web.DisputesApi;
import coop.pools.governance.web.FilePages;
import coop.pools.governance.web.FloodProposalPages;
import coop.pools.governance.web.FloodProposalsApi;
import coop.pools.governance.web.LifeShowing;
import coop.pools.governance.web.OutcomeApi;
import coop.pools.governance.web.PoolProposalPages;
import coop.pools.governance.web.PoolProposalsApi;
import coop.pools.governance.web.PreparationActs;
import coop.pools.governance.web.PreparationApi;
import coop.pools.governance.web.PreparationPages;
import coop.pools.governance.web.ProposalActs;
import coop.pools.governance.web.ProposalApi;
import coop.pools.governance.web.ProposalJsons;
import coop.pools.governance.web.ProposalPages;
import coop.pools.governance.web.ProposalReaders;
import coop.pools.governance.web.ProposalShowing;
import coop.pools.governance.web.SecondVotePages;
import coop.pools.identity.ReadCaller;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Notices;
import coop.pools.platform.web.JsonEdge;
import coop.pools.platform.web.WriteLimits;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jetty.setup.ServletEnvironment;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Proposals, votes and what they decide. */
final class GovernanceRoom {
    final ProposalActs acts;
    final ProposalReaders readers;
    final DelegationsApi.DelegationUses delegationUses;
    final DueDecisions dueDecisions;
    final InviteToFlood inviteToFlood;
    final DropOut dropOut;
    final AskAdmission askAdmission;
    final NameOmbud nameOmbud;
    final NamedPeople namedPeople;
    final ReadUndecided undecided;
    private final CaseActs cases;
    /** In the order in which one step makes the next one due. */
    final List<DueWork> works;

    private final Foundation foundation;

    /** What stands around it. @param stewards whether somebody is a steward of a body */
    record Around(
            Notices notices,
            ReadPeople people,
            Listeners.Namesakes namesakes,
            ChangeRules changes,
            BiPredicate<BodyRef, UUID> stewards) {}

    GovernanceRoom(Foundation foundation, Bodies bodies, Rosters rosters, Around around) {
        this.foundation = foundation;
        ProposalStore proposals = foundation.store(SqlProposalStore.class);
        BallotStore ballots = new BatchedBallotStore(foundation.store(SqlBallotStore.class), foundation.transactions());
        CommentStore comments = foundation.store(SqlCommentStore.class);
        Opening opening = new Opening(proposals, bodies, rosters, ballots);
        DelegationStore delegations = foundation.store(SqlDelegationStore.class);
        CountVotes count = new CountVotes(
                foundation.clock(), new CountVotes.Sources(proposals, ballots, delegations), rosters, bodies);
        Closing closing = new Closing(proposals, ballots, count, bodies);
        Electors electors = new Electors(foundation.transactions(), proposals, bodies, rosters);
        undecided = new ReadUndecided(proposals, ballots, delegations, rosters, electors);
        BallotBox box = new BallotBox(
                foundation.transactions(),
                foundation.clock(),
                new BallotBox.Desk(proposals, ballots, foundation.ids()),
                electors,
                new BallotBox.Turns(opening, closing));
        var transactions = foundation.transactions();
        var clock = foundation.clock();
        ReadProposals read = new ReadProposals(clock, proposals, count, new TwoVotes(around.changes()));
        PreparationStore preparations = foundation.store(SqlPreparationStore.class);
        NewProposals fresh = new NewProposals(proposals, around.changes());
        Announcing announcing = new Announcing(fresh, bodies, rosters, opening, around.notices());
        askAdmission = new AskAdmission(transactions, clock, proposals, announcing);
        PreparationActs preparation = new PreparationActs(
                new SaveDraft(transactions, clock, proposals, preparations, announcing),
                new PublishDraft(transactions, clock, proposals, preparations, announcing),
                new EditProposal(transactions, clock, proposals, preparations, announcing),
                new DiscardDraft(transactions, preparations),
                new SponsorProposal(transactions, clock, proposals, preparations, bodies),
                new ReadPreparation(proposals, preparations, bodies));
        acts = new ProposalActs(
                new Propose(transactions, clock, proposals, announcing),
                new WithdrawProposal(transactions, clock, proposals),
                new CastBallot(box),
                new WithdrawBallot(box),
                new CommentOnProposal(
                        transactions,
                        clock,
                        proposals,
                        comments,
                        new Listeners(bodies, around.people(), around.namesakes(), around.notices())),
                preparation);
        delegationUses = new DelegationsApi.DelegationUses(
                new GiveDelegation(transactions, clock, proposals, delegations, bodies),
                new EndDelegation(transactions, clock, delegations, bodies),
                new ReadDelegations(clock, delegations, ballots, bodies));
        readers = new ProposalReaders(
                bodies,
                read,
                new ReadCount(read, proposals, ballots, bodies, count),
                new ReadStanding(proposals, ballots, electors),
                new ReadComments(proposals, comments, new Audience(bodies)),
                delegationUses.read());
        DisputeStore disputeStore = foundation.store(SqlDisputeStore.class);
        dueDecisions = new DueDecisions(proposals, new Holds(disputeStore, read));
        CaseDesk desk = new CaseDesk(transactions, disputeStore, proposals, clock);
        OutcomeStore outcomes = foundation.store(SqlOutcomeStore.class);
        Disputes disputes = new Disputes(desk, dueDecisions, announcing, bodies, around.notices());
        cases = new CaseActs(
                new RaiseConcern(desk, read, disputes, bodies),
                new AnswerConcern(desk, disputes),
                new ReadDisputes(desk, read, disputes, bodies),
                new StateOutcome(desk, outcomes, read, bodies, around.stewards()));
        namedPeople = new NamedPeople(proposals, bodies);
        nameOmbud = new NameOmbud(desk, dueDecisions, bodies);
        dropOut = new DropOut(proposals, ballots, rosters, foundation.ids());
        inviteToFlood = new InviteToFlood(transactions, clock, proposals, bodies, opening);
        works = List.of(
                new OpenDueVotes(transactions, clock, proposals, opening),
                new CloseDueVotes(transactions, clock, proposals, closing),
                new RemindReviews(desk, outcomes, bodies, around.notices()),
                new RemindSecondVotes(desk, foundation.store(SqlFirstVoteStore.class), bodies, around.notices()));
    }

    /** Answers how proposals are made through the API. */
    BodyProposals register(
            JerseyEnvironment jersey,
            ActionSubjects subjects,
            ReadPeople people,
            AttachedFiles files,
            BylawsRoom bylaws) {
        Actions actions = new Actions(readers.bodies(), subjects, bylaws.read);
        ProposalJsons jsons = new ProposalJsons(readers.bodies(), actions, people, foundation.sentences());
        BodyProposals api = new BodyProposals(acts, readers, jsons, foundation.ids());
        jersey.register(new PoolProposalsApi(api));
        jersey.register(new FloodProposalsApi(api));
        jersey.register(new DelegationsApi(readers.bodies(), delegationUses, people));
        jersey.register(new ProposalApi(acts, readers, jsons, people, foundation.ids()));
        BodyProposalPages pages =
                new BodyProposalPages(foundation.pages(), acts, readers, subjects, actions, bylaws.read, files);
        jersey.register(new OutcomeApi(cases.outcome()));
        jersey.register(new DisputesApi(cases, readers, people));
        jersey.register(new PreparationApi(acts.preparation(), readers, jsons, actions));
        PreparationPages drafts = new PreparationPages(foundation.pages(), acts.preparation(), readers, pages, actions);
        jersey.register(drafts);
        jersey.register(new PoolProposalPages(pages));
        jersey.register(new SecondVotePages(pages, readers, bylaws.read, foundation.clock()));
        jersey.register(new FloodProposalPages(pages));
        jersey.register(new DelegationPages(foundation.pages(), readers.bodies(), delegationUses, subjects, people));
        LifeShowing lives = new LifeShowing(acts.preparation(), cases, people, foundation.clock());
        ProposalShowing showing = new ProposalShowing(
                readers, actions, jsons, lives, new ProposalShowing.Talkers(people, files), foundation.clock());
        ProposalPages one = new ProposalPages(foundation.pages(), acts, cases, showing);
        jersey.register(one);
        jersey.register(new FilePages(files, one, drafts));
        return api;
    }

    /** What is taken beside the framework. */
    void register(ServletEnvironment servlets, ReadCaller callers, WriteLimits limits) {
        JsonEdge edge = new JsonEdge(foundation.json(), foundation.sentences(), foundation.ids());
        servlets.addFilter("ballots", new BallotLane(acts.castBallot(), callers, limits, edge, foundation.json()))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, BallotLane.ADDRESSES);
    }
}
