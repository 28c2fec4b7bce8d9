package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Notices;
import coop.pools.ledger.web.BookWords;
import coop.pools.platform.db.JdbiTransactions;
import coop.pools.platform.web.JsonEdge;
import coop.pools.treasury.ApplyEvent;
import coop.pools.treasury.ApplyKeptFacts;
import coop.pools.treasury.BookContribution;
import coop.pools.treasury.BookFacts;
import coop.pools.treasury.Buckets;
import coop.pools.treasury.CatchUpEvents;
import coop.pools.treasury.ChargeAccounts;
import coop.pools.treasury.ChargeAmount;
import coop.pools.treasury.ChargeDesk;
import coop.pools.treasury.ChargeNotices;
import coop.pools.treasury.ChargeStore;
import coop.pools.treasury.CheckCheckout;
import coop.pools.treasury.CloseCheckouts;
import coop.pools.treasury.ContinuePayment;
import coop.pools.treasury.ContributionEffect;
import coop.pools.treasury.ContributionStore;
import coop.pools.treasury.DismissEvent;
import coop.pools.treasury.EventEffect;
import coop.pools.treasury.Giving;
import coop.pools.treasury.GivingRules;
import coop.pools.treasury.GuestLinks;
import coop.pools.treasury.InboxStore;
import coop.pools.treasury.MoneyPlaces;
import coop.pools.treasury.OpenCheckout;
import coop.pools.treasury.PaymentPages;
import coop.pools.treasury.PlanShares;
import coop.pools.treasury.PlatformPart;
import coop.pools.treasury.PoolContacts;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.ReadInbox;
import coop.pools.treasury.ReadLists;
import coop.pools.treasury.ReadUnderWay;
import coop.pools.treasury.RecurringDoor;
import coop.pools.treasury.RefreshPayments;
import coop.pools.treasury.ReleasePending;
import coop.pools.treasury.RepairPayment;
import coop.pools.treasury.RepayShortfalls;
import coop.pools.treasury.RequestRefund;
import coop.pools.treasury.RetryEvents;
import coop.pools.treasury.RetrySetAside;
import coop.pools.treasury.SendRefunds;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.TakeWebhook;
import coop.pools.treasury.TreasuryDesk;
import coop.pools.treasury.sql.BatchedChargeStore;
import coop.pools.treasury.sql.BatchedContributionStore;
import coop.pools.treasury.sql.BatchedInboxStore;
import coop.pools.treasury.sql.SqlChargeStore;
import coop.pools.treasury.sql.SqlContributionStore;
import coop.pools.treasury.sql.SqlCursorStore;
import coop.pools.treasury.sql.SqlGuestLinkStore;
import coop.pools.treasury.sql.SqlInboxStore;
import coop.pools.treasury.sql.SqlUnderWayStore;
import coop.pools.treasury.web.ContributePages;
import coop.pools.treasury.web.ContributionApi;
import coop.pools.treasury.web.ContributionPages;
import coop.pools.treasury.web.ContributionShowing;
import coop.pools.treasury.web.SplitPages;
import coop.pools.treasury.web.WebhookServlet;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jetty.setup.ServletEnvironment;
import io.dropwizard.servlets.tasks.Task;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Contributions and the processor's events. */
final class TreasuryRoom {
    final StartContribution startContribution;
    final ReadContributions readContributions;
    final TakeWebhook takeWebhook;
    final ReadUnderWay readUnderWay;
    final InboxStore inbox;
    final ReadInbox readInbox;
    final ReadLists lists;
    final RepairPayment repairPayment;
    final CloseCheckouts closeCheckouts;
    final TreasuryDesk desk;
    final BookContribution bookContribution;
    final OpenCheckout openCheckout;
    final ChargeAmount chargeAmount;
    final PlanShares planShares;
    /** For operators, on the admin port. */
    final List<Task> tasks;

    private final ContinuePayment continuePayment;
    private final RequestRefund requestRefund;
    final GuestLinks guestLinks;
    private final Foundation foundation;
    private final List<DueWork> dueWork;

    /** What treasury asks of other rooms. */
    record Ports(
            Bodies bodies,
            Buckets buckets,
            GivingRules.OfPool rules,
            ChargeAccounts accounts,
            MoneyPlaces places,
            PoolContacts contacts,
            Notices notices,
            PaymentPages pages,
            Supplier<List<String>> ownAccounts,
            RequestRefund.Bounds bounds,
            PlatformPart platform) {}

    /** @param effects what events mean to other features */
    TreasuryRoom(
            Foundation foundation,
            LedgerRoom ledger,
            IdentityRoom identity,
            PaymentProcessor processor,
            Ports ports,
            List<EventEffect> effects) {
        this.foundation = foundation;
        readUnderWay = new ReadUnderWay(foundation.store(SqlUnderWayStore.class));
        JdbiTransactions transactions = foundation.transactions();
        ContributionStore contributions =
                new BatchedContributionStore(foundation.store(SqlContributionStore.class), transactions);
        ChargeStore chargeStore = new BatchedChargeStore(foundation.store(SqlChargeStore.class), transactions);
        inbox = new BatchedInboxStore(foundation.store(SqlInboxStore.class), transactions);
        desk = new TreasuryDesk(transactions, contributions, chargeStore, foundation.clock());
        ChargeNotices notices = new ChargeNotices(ports.notices(), ports.contacts());
        ChargeDesk charges = new ChargeDesk(
                desk, ledger.ledger, ports.buckets(), ledger.freezes, ports.places(), notices, foundation.wake());
        BookContribution book = new BookContribution(charges);
        bookContribution = book;
        BookFacts facts = new BookFacts(charges, ports.bounds().margins());
        openCheckout = new OpenCheckout(desk, processor, ports.bodies(), foundation.publicUrl(), ports.pages());
        CheckCheckout checkCheckout = new CheckCheckout(desk, processor, book);
        closeCheckouts = new CloseCheckouts(desk, processor, book, checkCheckout);
        chargeAmount = new ChargeAmount(processor);
        planShares = new PlanShares(ports.bodies(), ports.buckets(), ports.rules(), ports.accounts(), ports.platform());
        startContribution = new StartContribution(desk, identity.readPeople, planShares, chargeAmount, openCheckout);
        continuePayment = new ContinuePayment(desk, openCheckout, checkCheckout);
        guestLinks = new GuestLinks(desk, foundation.store(SqlGuestLinkStore.class), foundation.ids());
        requestRefund = new RequestRefund(charges, ports.rules(), chargeAmount, ports.bounds(), guestLinks);
        readContributions =
                new ReadContributions(charges, ports.bodies(), chargeAmount, ports.rules(), ports.platform());
        ApplyEvent applyEvent = new ApplyEvent(
                Stream.concat(Stream.of(new ContributionEffect(contributions, book, facts)), effects.stream())
                        .toList());
        takeWebhook = new TakeWebhook(processor, foundation.transactions(), inbox, applyEvent, foundation.clock());
        lists = new ReadLists(foundation.transactions(), foundation.store(SqlCursorStore.class), foundation.clock());
        readInbox = new ReadInbox(inbox);
        repairPayment = new RepairPayment(desk, checkCheckout, foundation.wake());
        tasks = List.of(new SetAsideTask(
                readInbox,
                new RetrySetAside(foundation.transactions(), inbox, foundation.clock(), foundation.wake()),
                new DismissEvent(foundation.transactions(), inbox)));
        dueWork = List.of(
                new CatchUpEvents(
                        lists,
                        new CatchUpEvents.Source(processor, ports.ownAccounts()),
                        inbox,
                        takeWebhook,
                        foundation.clock()),
                new RetryEvents(foundation.transactions(), inbox, applyEvent, foundation.clock()),
                checkCheckout,
                new RefreshPayments(charges, processor, book, facts),
                new ReleasePending(desk, book),
                new ApplyKeptFacts(desk, facts),
                new SendRefunds(desk, processor, facts),
                new RepayShortfalls(desk, ledger.ledger, ledger.freezes));
    }

    /**
     * @param poolsOf the Pools that a person is a member of
     * @param door where recurring contributions are started
     */
    void register(JerseyEnvironment jersey, Function<UUID, List<UUID>> poolsOf, RecurringDoor door, BookWords words) {
        Giving giving = new Giving(startContribution, door, guestLinks);
        jersey.register(new ContributionApi(
                giving, readContributions, requestRefund, foundation.ids(), foundation.publicUrl()));
        ContributionShowing showing =
                new ContributionShowing(readContributions, giving, requestRefund, words, foundation.clock());
        jersey.register(new ContributePages(foundation.pages(), giving, readContributions));
        jersey.register(
                new SplitPages(foundation.pages(), giving, readContributions, poolsOf, planShares::takesPartOfACharge));
        jersey.register(new ContributionPages(
                foundation.pages(),
                readContributions,
                continuePayment,
                requestRefund,
                showing,
                guestLinks,
                foundation.clock()));
    }

    void register(ServletEnvironment servlets) {
        JsonEdge edge = new JsonEdge(foundation.json(), foundation.sentences(), foundation.ids());
        ServletRegistration.Dynamic webhooks = servlets.addServlet("webhooks", new WebhookServlet(takeWebhook, edge));
        webhooks.setAsyncSupported(true);
        webhooks.addMapping(WebhookServlet.PLATFORM, WebhookServlet.CONNECT);
    }

    List<DueWork> dueWork() {
        return dueWork;
    }
}
