package coop.pools.demo;

import coop.pools.bucket.OpenBucket;
import coop.pools.bucket.domain.Bucket;
import coop.pools.flood.FoundFlood;
import coop.pools.flood.NewFlood;
import coop.pools.flood.domain.Flood;
import coop.pools.founding.FoundPool;
import coop.pools.founding.Wish;
import coop.pools.governance.CastBallot;
import coop.pools.governance.CommentOnProposal;
import coop.pools.governance.Draft;
import coop.pools.governance.Propose;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Choice;
import coop.pools.identity.StartSession;
import coop.pools.integrations.payments.RecurringRequest.Every;
import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Transactions;
import coop.pools.membership.JoinPool;
import coop.pools.membership.StageCsv;
import coop.pools.payout.InvitePayee;
import coop.pools.pool.domain.Pool;
import coop.pools.round.ChangeAllocation;
import coop.pools.treasury.Giving;
import coop.pools.treasury.PlanShares.Part;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.domain.Contribution;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What sandbox people do, by the same use cases as everybody; the vocabulary of {@link SampleHistory}. */
public final class SampleActs {
    private static final String CARD = "4242424242424242";
    /** Its holder disputes every payment. */
    private static final String DISPUTING = "4000000000000259";

    private final Transactions transactions;
    private final IdSource ids;
    private final SignInAtSandbox signIn;
    private final Founding founding;
    private final Paying paying;
    private final Deciding deciding;

    public SampleActs(
            Transactions transactions,
            IdSource ids,
            SignInAtSandbox signIn,
            Founding founding,
            Paying paying,
            Deciding deciding) {
        this.transactions = transactions;
        this.ids = ids;
        this.signIn = signIn;
        this.founding = founding;
        this.paying = paying;
        this.deciding = deciding;
    }

    /** Signing in at the sandbox's provider, without a browser. */
    public record SignInAtSandbox(SandboxProvider provider, StartSession people) {}

    /** How Pools and Floods begin. */
    public record Founding(
            StageCsv stageCsv, FoundPool foundPool, JoinPool joinPool, FoundFlood foundFlood, OpenBucket openBucket) {}

    /** How money comes in and payees become ready. */
    public record Paying(Giving giving, PlaySandbox play, InvitePayee invitePayee) {}

    /** How things are decided. */
    public record Deciding(Propose propose, CastBallot cast, CommentOnProposal comment, ChangeAllocation give) {}

    Caller person(String subject) {
        return transactions.inTransaction(() -> Caller.of(signIn.people()
                .personFor("sandbox", signIn.provider().signedIn(subject))
                .id()));
    }

    Pool poolOfGroup(String organiser, String groupId, String purpose) {
        Wish wish = new Wish(
                "sandbox",
                groupId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(purpose),
                Map.of());
        return founding.foundPool().found(person(organiser), ids.newId(), wish);
    }

    Pool poolOfFile(String organiser, String name, String csv, String purpose) {
        UUID upload = ids.newId();
        founding.stageCsv().stage(person(organiser), upload, name, csv.getBytes(StandardCharsets.UTF_8));
        Wish wish = new Wish(
                "csv",
                upload.toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(purpose),
                Map.of());
        return founding.foundPool().found(person(organiser), ids.newId(), wish);
    }

    void join(Pool pool, String... people) {
        for (String subject : people) {
            founding.joinPool().join(person(subject), pool.id(), JoinPool.Yes.toTextInForce());
        }
    }

    void contribute(Pool pool, String subject, long minor) {
        pay(person(subject), pool, minor, "");
    }

    void contributeAsGuest(Pool pool, String name, long minor) {
        pay(Caller.guest("sample-" + name), pool, minor, name);
    }

    /** Gives every month from now on. */
    void giveMonthly(Pool pool, String subject, long minor) {
        pay(person(subject), order(pool, Optional.empty(), minor, ""), Optional.of(Every.MONTH), CARD);
    }

    Bucket bucket(Pool pool, String subject, String name, String purpose, long goal) {
        OpenBucket.Wish wish = new OpenBucket.Wish(ids.newId(), pool.slug(), name, purpose, Optional.of(euros(goal)));
        return founding.openBucket().open(person(subject), wish);
    }

    void contributeInto(Pool pool, Bucket bucket, String subject, long minor) {
        pay(person(subject), order(pool, Optional.of(bucket.slug()), minor, ""), Optional.empty(), CARD);
    }

    void contributeAndDispute(Pool pool, String name, long minor) {
        Caller guest = Caller.guest("sample-" + name);
        pay(guest, order(pool, Optional.empty(), minor, name), Optional.empty(), DISPUTING);
    }

    private void pay(Caller caller, Pool pool, long minor, String guestName) {
        pay(caller, order(pool, Optional.empty(), minor, guestName), Optional.empty(), CARD);
    }

    private void pay(Caller caller, StartContribution.Order order, Optional<Every> every, String card) {
        Contribution started = paying.giving().start(caller, order, every);
        paying.play().pay(started.page().orElseThrow().id(), card);
    }

    private StartContribution.Order order(Pool pool, Optional<String> bucket, long minor, String guestName) {
        return new StartContribution.Order(
                ids.newId(), euros(minor), false, Part.of(pool.slug(), bucket), guestName, Optional.empty());
    }

    UUID payee(String subject, BodyRef.Kind kind, String slug, String name) {
        InvitePayee.Invitation invitation = new InvitePayee.Invitation(ids.newId(), kind, slug, name, Optional.empty());
        UUID id =
                paying.invitePayee().invite(person(subject), invitation).payee().id();
        paying.play().completePayee(id);
        return id;
    }

    UUID propose(String subject, BodyRef body, String title, String text, Action action) {
        UUID id = ids.newId();
        deciding.propose().propose(person(subject), id, new Draft(body, title, text, action, Optional.empty()));
        return id;
    }

    void say(String subject, UUID proposal, String text) {
        deciding.comment()
                .comment(
                        person(subject),
                        ids.newId(),
                        proposal,
                        new CommentOnProposal.Said(Optional.empty(), text, Optional.empty()));
    }

    void vote(UUID proposal, Choice choice, String reason, String... people) {
        for (String subject : people) {
            deciding.cast().cast(person(subject), proposal, choice, reason);
        }
    }

    /** Of the person's share of a round; the vote that opened it has its id. */
    void give(UUID round, String subject, String bucket, long minor) {
        deciding.give().change(person(subject), round, Map.of(bucket, euros(minor)));
    }

    Flood flood(String subject, String name, String purpose, List<String> pools) {
        return founding.foundFlood()
                .found(person(subject), ids.newId(), new NewFlood(name, purpose, "EUR", pools, Map.of()));
    }

    static Money euros(long minor) {
        return Money.of(minor, "EUR");
    }
}
