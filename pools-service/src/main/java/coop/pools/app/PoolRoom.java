package coop.pools.app;

import coop.pools.enactment.CarryOutActions;
import coop.pools.exit.EndPool;
import coop.pools.exit.ExitStore;
import coop.pools.founding.Charter;
import coop.pools.founding.FoundPool;
import coop.pools.founding.FoundingTerms;
import coop.pools.founding.GroupRoster;
import coop.pools.founding.web.AgreementPages;
import coop.pools.founding.web.FoundPages;
import coop.pools.founding.web.FoundShowing;
import coop.pools.founding.web.FoundingApi;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.csv.CsvRoster;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Notices;
import coop.pools.ledger.Ledger;
import coop.pools.membership.AdmissionStore;
import coop.pools.membership.AdmitMember;
import coop.pools.membership.AnswerInvitations;
import coop.pools.membership.AskToJoin;
import coop.pools.membership.ContinueImports;
import coop.pools.membership.CsvRosters;
import coop.pools.membership.CsvUploadStore;
import coop.pools.membership.DeclineInvitation;
import coop.pools.membership.EndSilence;
import coop.pools.membership.Exits;
import coop.pools.membership.Farewells;
import coop.pools.membership.ForgetUploads;
import coop.pools.membership.Invite;
import coop.pools.membership.JoinPool;
import coop.pools.membership.JoinTerms;
import coop.pools.membership.LeavePool;
import coop.pools.membership.LinkInvitationStore;
import coop.pools.membership.MemberActionCheck;
import coop.pools.membership.MembershipRosters;
import coop.pools.membership.MembershipStore;
import coop.pools.membership.NoteTakingPart;
import coop.pools.membership.OnlineRosters;
import coop.pools.membership.ReadGroups;
import coop.pools.membership.ReadImports;
import coop.pools.membership.ReadInvitations;
import coop.pools.membership.ReadMembers;
import coop.pools.membership.ReadRequest;
import coop.pools.membership.RemoveMember;
import coop.pools.membership.RevokeInvitation;
import coop.pools.membership.Roster;
import coop.pools.membership.RosterImportStore;
import coop.pools.membership.RosterInvitationStore;
import coop.pools.membership.RosterSource;
import coop.pools.membership.RosterSources;
import coop.pools.membership.SayFarewell;
import coop.pools.membership.StageCsv;
import coop.pools.membership.StartImport;
import coop.pools.membership.TakeInPage;
import coop.pools.membership.TakeRequestBack;
import coop.pools.membership.domain.Membership;
import coop.pools.membership.sql.SqlAdmissionStore;
import coop.pools.membership.sql.SqlCsvUploadStore;
import coop.pools.membership.sql.SqlLinkInvitationStore;
import coop.pools.membership.sql.SqlMembershipStore;
import coop.pools.membership.sql.SqlRosterImportStore;
import coop.pools.membership.sql.SqlRosterInvitationStore;
import coop.pools.membership.sql.SqlRosterStore;
import coop.pools.membership.sql.SqlTakingPartStore;
import coop.pools.membership.web.AdmissionPages;
import coop.pools.membership.web.AdmissionsApi;
import coop.pools.membership.web.GroupsApi;
import coop.pools.membership.web.GroupsPages;
import coop.pools.membership.web.InvitationPages;
import coop.pools.membership.web.InvitationsApi;
import coop.pools.membership.web.JoinPages;
import coop.pools.membership.web.JoinShowing;
import coop.pools.membership.web.LeavePages;
import coop.pools.membership.web.MembersApi;
import coop.pools.membership.web.MembersPages;
import coop.pools.membership.web.MembersShowing;
import coop.pools.membership.web.PresenceApi;
import coop.pools.membership.web.PresencePages;
import coop.pools.membership.web.WaitingApi;
import coop.pools.overview.Directory;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.pool.ChooseLegalForm;
import coop.pools.pool.MarginStore;
import coop.pools.pool.OpenPool;
import coop.pools.pool.PoolBody;
import coop.pools.pool.PoolStore;
import coop.pools.pool.ReadPools;
import coop.pools.pool.RulesActionCheck;
import coop.pools.pool.sql.SqlMarginStore;
import coop.pools.pool.sql.SqlPoolStore;
import coop.pools.pool.web.BylawsApi;
import coop.pools.pool.web.BylawsPages;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pools, their members, the groups they come from, and the one click. */
final class PoolRoom {
    final PoolStore store;
    final ReadPools readPools;
    final ReadMembers readMembers;
    final ReadGroups readGroups;
    final Directory directory;
    final PoolBody body;
    final MembershipRosters rosters;
    final JoinPool joinPool;
    final FoundPool foundPool;
    final FoundingTerms terms;
    final List<DueWork> works;
    private final Foundation foundation;
    private final BylawsRoom bylaws;
    private final MembershipStore memberships;
    private final LinkInvitationStore links;
    private final AnswerInvitations answers;
    private final Roster roster;
    final StageCsv stageCsv;
    final MemberActionCheck memberCheck;
    private final JoinTerms joinTerms;
    final AdmissionStore admissions;
    final MarginStore margins;

    PoolRoom(
            Foundation foundation,
            IdentityRoom identity,
            BylawsRoom bylaws,
            Ledger ledger,
            List<GroupSource> groupSources,
            Predicate<Currency> chargeable,
            Consumer<UUID> open) {
        this.foundation = foundation;
        this.bylaws = bylaws;
        var transactions = foundation.transactions();
        var clock = foundation.clock();
        store = foundation.store(SqlPoolStore.class);
        memberships = foundation.store(SqlMembershipStore.class);
        links = foundation.store(SqlLinkInvitationStore.class);
        RosterInvitationStore invitations = foundation.store(SqlRosterInvitationStore.class);
        RosterImportStore imports = foundation.store(SqlRosterImportStore.class);
        CsvUploadStore uploads = foundation.store(SqlCsvUploadStore.class);

        readPools = new ReadPools(store);
        readMembers = new ReadMembers(memberships, identity.readPeople);
        ReadInvitations readInvitations =
                new ReadInvitations(invitations, links, readPools, identity.readPeople, clock);
        ReadImports readImports = new ReadImports(imports);
        directory = new Directory(readPools, readMembers, readInvitations, readImports);
        margins = foundation.store(SqlMarginStore.class);
        body = new PoolBody(
                store,
                bylaws.read,
                readMembers,
                new RulesActionCheck(bylaws.changes, bylaws.amend),
                new PoolBody.Money(ledger, margins));
        admissions = foundation.store(SqlAdmissionStore.class);
        memberCheck = new MemberActionCheck(readMembers, admissions);
        rosters = new MembershipRosters(foundation.store(SqlRosterStore.class));
        roster = new Roster(store, memberships, clock);
        answers = new AnswerInvitations(invitations, links, identity.readPeople, clock);
        joinTerms = new JoinTerms(bylaws.read, bylaws.accept, open);
        joinPool = new JoinPool(transactions, roster, joinTerms, answers);
        stageCsv = new StageCsv(transactions, uploads, new CsvRoster(), clock);

        List<RosterSource> sources = new ArrayList<>();
        groupSources.forEach(source -> sources.add(new OnlineRosters(source, identity.sourceTokens)));
        sources.add(new CsvRosters(transactions, uploads, clock));
        RosterSources rosterSources = new RosterSources(sources);
        readGroups = new ReadGroups(rosterSources, uploads, readPools, clock);
        ContinueImports continueImports = new ContinueImports(
                rosterSources, imports, new TakeInPage(transactions, imports, invitations, clock), clock);
        String custodian = foundation.pages().settings().custodian();
        terms = new FoundingTerms(bylaws.editions, chargeable, custodian, clock);
        foundPool = new FoundPool(
                transactions,
                terms,
                new Charter(new OpenPool(store, clock), bylaws.adopt, ledger, roster, joinTerms),
                new GroupRoster(
                        readGroups,
                        readPools,
                        readImports,
                        new StartImport(imports, uploads, foundation.ids(), clock),
                        continueImports));
        works = List.of(
                continueImports,
                new ForgetUploads(transactions, uploads, clock),
                new NoteTakingPart(transactions, foundation.store(SqlTakingPartStore.class), clock));
    }

    /** The Pools that a person is a member of, the longest first. */
    List<UUID> poolsOf(UUID person) {
        return readMembers.membershipsOf(person).stream()
                .map(Membership::poolId)
                .toList();
    }

    /** Whoever has been a member longest: at first the person who founded the Pool. */
    List<UUID> firstMembers(UUID of) {
        return memberships.after(of, 0, 1).stream().map(Membership::personId).toList();
    }

    /** What votes can do about who is a member. */
    CarryOutActions.MemberDeeds memberDeeds(ExitRoom exits, Notices notices) {
        return new CarryOutActions.MemberDeeds(
                new AdmitMember(foundation.transactions(), roster, joinTerms, admissions),
                new RemoveMember(foundation.transactions(), roster, exits.settle, notices),
                new ChooseLegalForm(foundation.transactions(), store, bylaws.amend),
                exits.windUp);
    }

    /** Who is in Pools, for those that end. */
    EndPool.People peopleWith(ExitStore claims) {
        return new EndPool.People(roster, memberships, claims);
    }

    DueWork sayFarewell(Farewells farewells) {
        return new SayFarewell(foundation.transactions(), memberships, farewells, foundation.clock());
    }

    /**
     * @param poolView how a Pool reads in the API
     * @param exits what they get who leave
     * @param farewells who wants to know that somebody has left
     */
    void register(
            JerseyEnvironment jersey,
            Function<String, Object> poolView,
            Exits exits,
            Farewells farewells,
            GovernanceRoom governance) {
        var transactions = foundation.transactions();
        var clock = foundation.clock();
        Invite invite = new Invite(transactions, links, memberships, foundation.ids(), clock);
        RevokeInvitation revoke = new RevokeInvitation(transactions, links, clock);
        DeclineInvitation decline = new DeclineInvitation(transactions, answers);
        LeavePool leavePool = new LeavePool(transactions, roster, exits, farewells);
        InvitationsApi.InvitationLinks addresses =
                new InvitationsApi.InvitationLinks(foundation.publicUrl(), foundation.ids());
        Pages pages = foundation.pages();
        ReadInvitations invitations = directory.invitations();
        AskToJoin ask = new AskToJoin(
                new AskToJoin.Requests(transactions, admissions, clock),
                roster,
                joinTerms,
                governance.askAdmission,
                governance.readers.proposals());
        TakeRequestBack takeBack =
                new TakeRequestBack(transactions, admissions, roster, governance.askAdmission, clock);
        ReadRequest requests = new ReadRequest(admissions, governance.readers.proposals());
        jersey.register(new AdmissionPages(readPools, takeBack));
        jersey.register(new AdmissionsApi(readPools, ask, takeBack, requests, foundation.ids()));
        JoinShowing joining = new JoinShowing(
                pages, foundation.sentences(), bylaws.read, new JoinShowing.Asking(readMembers, requests), joinPool);
        MembersShowing members = new MembersShowing(
                readMembers,
                invitations,
                directory.imports(),
                (inPool, person) -> body.silentSince(BodyRef.pool(inPool), clock.instant())
                        .filter(since -> readMembers.isSilent(inPool, person, since))
                        .isPresent());
        jersey.register(new MembersApi(readPools, readMembers, joinPool, leavePool));
        jersey.register(new InvitationsApi(readPools, invitations, invite, revoke, addresses));
        EndSilence silence = new EndSilence(transactions, memberships, clock);
        jersey.register(new PresenceApi(readPools, silence));
        jersey.register(new PresencePages(readPools, silence));
        jersey.register(new WaitingApi(invitations, readPools, decline));
        jersey.register(new JoinPages(readPools, invitations, decline, joining, ask));
        jersey.register(new InvitationPages(pages, invitations, joining));
        jersey.register(new MembersPages(pages, readPools, members, invite, revoke, addresses));
        jersey.register(new LeavePages(pages, readPools, leavePool));
        jersey.register(new BylawsApi(readPools, bylaws.read, bylaws.changes));
        BylawsPages.Around around = new BylawsPages.Around(readPools, readMembers);
        jersey.register(new BylawsPages(pages, foundation.sentences(), around, bylaws.read, bylaws.changes));
        registerFounding(jersey, poolView);
    }

    private void registerFounding(JerseyEnvironment jersey, Function<String, Object> poolView) {
        Pages pages = foundation.pages();
        Sentences sentences = foundation.sentences();
        FoundPages.Pools present = new FoundPages.Pools(readPools, readMembers);
        FoundShowing showing = new FoundShowing(terms, sentences);
        jersey.register(new GroupsApi(readGroups, stageCsv, foundation.ids()));
        jersey.register(new GroupsPages(pages, sentences, readGroups, directory.invitations(), stageCsv));
        jersey.register(new FoundingApi(foundPool, foundation.ids(), poolView));
        jersey.register(new FoundPages(pages, readGroups, present, foundPool, showing));
        jersey.register(new AgreementPages(pages, sentences, terms));
    }
}
