package coop.pools.founding;

import coop.pools.bylaws.AcceptBylaws;
import coop.pools.bylaws.AdoptBylaws;
import coop.pools.bylaws.AmendBylaws;
import coop.pools.bylaws.BylawsStore;
import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.Editions;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.SampleBylaws;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.bylaws.sql.SqlFirstVoteStore;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.SignInProviders;
import coop.pools.identity.SourceTokens;
import coop.pools.identity.StartSession;
import coop.pools.identity.TokenSeal;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.identity.sql.SqlSourceTokenStore;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.SignIn;
import coop.pools.integrations.groups.SignedIn;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceToken;
import coop.pools.integrations.groups.csv.CsvRoster;
import coop.pools.integrations.groups.sandbox.SandboxGroupSource;
import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.membership.AnswerInvitations;
import coop.pools.membership.ContinueImports;
import coop.pools.membership.CsvRosters;
import coop.pools.membership.CsvUploadStore;
import coop.pools.membership.DeclineInvitation;
import coop.pools.membership.Farewells;
import coop.pools.membership.ForgetUploads;
import coop.pools.membership.Invite;
import coop.pools.membership.JoinPool;
import coop.pools.membership.JoinTerms;
import coop.pools.membership.LeavePool;
import coop.pools.membership.LinkInvitationStore;
import coop.pools.membership.MembershipRosters;
import coop.pools.membership.MembershipStore;
import coop.pools.membership.OnlineRosters;
import coop.pools.membership.ReadGroups;
import coop.pools.membership.ReadImports;
import coop.pools.membership.ReadInvitations;
import coop.pools.membership.ReadMembers;
import coop.pools.membership.RevokeInvitation;
import coop.pools.membership.Roster;
import coop.pools.membership.RosterImportStore;
import coop.pools.membership.RosterInvitationStore;
import coop.pools.membership.RosterSources;
import coop.pools.membership.StageCsv;
import coop.pools.membership.StartImport;
import coop.pools.membership.TakeInPage;
import coop.pools.membership.TroubledSource;
import coop.pools.membership.sql.SqlCsvUploadStore;
import coop.pools.membership.sql.SqlLinkInvitationStore;
import coop.pools.membership.sql.SqlMembershipStore;
import coop.pools.membership.sql.SqlRosterImportStore;
import coop.pools.membership.sql.SqlRosterInvitationStore;
import coop.pools.membership.sql.SqlRosterStore;
import coop.pools.platform.db.OutsideCalls;
import coop.pools.pool.OpenPool;
import coop.pools.pool.PoolBody;
import coop.pools.pool.PoolStore;
import coop.pools.pool.ReadPools;
import coop.pools.pool.RulesActionCheck;
import coop.pools.pool.domain.Pool;
import coop.pools.pool.sql.SqlMarginStore;
import coop.pools.pool.sql.SqlPoolStore;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that a group needs to become a Pool, on one database, with the people and groups of the sandbox. */
public final class Town {
    public final TestClock clock = new TestClock();
    public final IdSource ids = new IdSource(clock, new SecureRandom());
    public final Transactions transactions;
    public final TroubledSource source =
            new TroubledSource(new SandboxGroupSource(token -> Optional.of(token.replace("token-", ""))));
    public final PoolStore poolStore;
    public final MembershipStore membershipStore;
    public final RosterImportStore importStore;
    public final CsvUploadStore uploadStore;
    public final ReadPools pools;
    public final ReadPeople people;
    public final ReadMembers members;
    public final ReadInvitations invitations;
    public final ReadImports imports;
    public final ReadGroups groups;
    public final ReadBylaws bylaws;
    public final AmendBylaws amend;
    public final ChangeRules changes;
    public final Editions editions = SampleBylaws.EDITIONS;
    public final MembershipRosters rosters;
    public final Ledger ledger;
    public final PoolBody body;
    public final JoinPool join;
    public final LeavePool leave;
    public final Invite invite;
    public final RevokeInvitation revoke;
    public final DeclineInvitation decline;
    public final StageCsv stageCsv;
    public final ForgetUploads forgetUploads;
    public final ContinueImports continueImports;
    public final FoundPool foundPool;
    public final FoundingTerms terms;
    private final SourceTokens tokens;
    private final StartSession sessions;

    public Town(TestDatabase db) {
        transactions = db.transactions();
        poolStore = db.store(SqlPoolStore.class);
        membershipStore = db.store(SqlMembershipStore.class);
        importStore = db.store(SqlRosterImportStore.class);
        uploadStore = db.store(SqlCsvUploadStore.class);
        RosterInvitationStore rosterInvitations = db.store(SqlRosterInvitationStore.class);
        LinkInvitationStore links = db.store(SqlLinkInvitationStore.class);
        SqlIdentityStore identity = db.store(SqlIdentityStore.class);
        BylawsStore bylawsStore = db.store(SqlBylawsStore.class);
        SignInProviders providers =
                new SignInProviders(List.of(new RefreshingSignIn()), URI.create("http://localhost/"));
        tokens = new SourceTokens(
                transactions, db.store(SqlSourceTokenStore.class), providers, new TokenSeal("seal", ids), clock);
        sessions = new StartSession(identity, tokens, ids, clock);
        people = new ReadPeople(identity, clock);
        pools = new ReadPools(poolStore);
        members = new ReadMembers(membershipStore, people);
        invitations = new ReadInvitations(rosterInvitations, links, pools, people, clock);
        imports = new ReadImports(importStore);
        bylaws = new ReadBylaws(bylawsStore, editions);
        amend = new AmendBylaws(bylawsStore, editions, clock);
        changes = new ChangeRules(amend, bylaws, db.store(SqlFirstVoteStore.class), clock);
        rosters = new MembershipRosters(db.store(SqlRosterStore.class));
        ledger = new Ledger(db.store(SqlLedgerStore.class), ids);
        body = new PoolBody(
                poolStore,
                bylaws,
                members,
                new RulesActionCheck(changes, amend),
                new PoolBody.Money(ledger, db.store(SqlMarginStore.class)));
        Roster roster = new Roster(poolStore, membershipStore, clock);
        JoinTerms joinTerms = new JoinTerms(bylaws, new AcceptBylaws(bylawsStore, clock), pool -> {});
        AnswerInvitations answers = new AnswerInvitations(rosterInvitations, links, people, clock);
        join = new JoinPool(transactions, roster, joinTerms, answers);
        leave = new LeavePool(transactions, roster, new NoShares(), Farewells.NONE);
        invite = new Invite(transactions, links, membershipStore, ids, clock);
        revoke = new RevokeInvitation(transactions, links, clock);
        decline = new DeclineInvitation(transactions, answers);
        stageCsv = new StageCsv(transactions, uploadStore, new CsvRoster(), clock);
        forgetUploads = new ForgetUploads(transactions, uploadStore, clock);
        GroupSource guarded = new OutsideCalls(db.jdbiTransactions()).guarded(GroupSource.class, source);
        RosterSources sources = new RosterSources(
                List.of(new OnlineRosters(guarded, tokens), new CsvRosters(transactions, uploadStore, clock)));
        groups = new ReadGroups(sources, uploadStore, pools, clock);
        continueImports = new ContinueImports(
                sources, importStore, new TakeInPage(transactions, importStore, rosterInvitations, clock), clock);
        terms = new FoundingTerms(
                editions, currency -> Set.of("EUR", "JPY").contains(currency.getCurrencyCode()), "the sandbox", clock);
        foundPool = new FoundPool(
                transactions,
                terms,
                new Charter(
                        new OpenPool(poolStore, clock), new AdoptBylaws(bylawsStore, clock), ledger, roster, joinTerms),
                new GroupRoster(
                        groups,
                        pools,
                        imports,
                        new StartImport(importStore, uploadStore, ids, clock),
                        continueImports));
    }

    /** Somebody of the sandbox who has signed in. */
    public Caller person(String subject) {
        return transactions.inTransaction(() -> {
            SignedIn signedIn = new SignedIn(subject, subject, token("token-" + subject));
            return Caller.of(sessions.personFor("sandbox", signedIn).id());
        });
    }

    public Pool found(Caller caller, String groupId) {
        return foundPool(caller, "sandbox", groupId);
    }

    public Pool foundPool(Caller caller, String from, String groupId) {
        return foundPool.found(caller, ids.newId(), Wish.plain(from, groupId));
    }

    public JoinPool.Joined join(Caller caller, Pool pool) {
        return join.join(caller, pool.id(), JoinPool.Yes.toTextInForce());
    }

    /** Reads all rosters to their end. */
    public void readRosters() {
        for (int round = 0; round < 100 && continueImports.run(10) > 0; round++) {
            clock.advance(Duration.ofMillis(1));
        }
    }

    public static final Currency EUR = Currency.getInstance("EUR");

    private SourceToken token(String access) {
        return new SourceToken(
                access, Optional.of("refresh-" + access), clock.instant().plus(Duration.ofDays(900)));
    }

    /** Refreshes by giving the same access again. */
    private final class RefreshingSignIn implements SignIn {
        @Override
        public String provider() {
            return "sandbox";
        }

        @Override
        public String authorizationUrl(String state, String codeVerifier, String redirectUri) {
            return "http://localhost/authorize";
        }

        @Override
        public SignedIn complete(String code, String codeVerifier, String redirectUri) {
            throw new SourceFailure(SourceFailure.Kind.REFUSED, "no codes here");
        }

        @Override
        public SourceToken refresh(String refreshToken) {
            return token(refreshToken.replace("refresh-", ""));
        }
    }
}
