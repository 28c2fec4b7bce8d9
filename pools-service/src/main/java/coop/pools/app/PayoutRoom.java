package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Notices;
import coop.pools.ledger.Freezes;
import coop.pools.payout.ConfirmPayout;
import coop.pools.payout.HomeStops;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.OnboardPayee;
import coop.pools.payout.OrderPayout;
import coop.pools.payout.Papers;
import coop.pools.payout.PayeeActionCheck;
import coop.pools.payout.PayeeLinks;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutBooks;
import coop.pools.payout.PayoutDesk;
import coop.pools.payout.PayoutEffect;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.PoolPayoutBooks;
import coop.pools.payout.ProcessorRoute;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.ReadWords;
import coop.pools.payout.RefreshPayee;
import coop.pools.payout.SayWord;
import coop.pools.payout.SendDuePayouts;
import coop.pools.payout.SendHome;
import coop.pools.payout.StewardRoute;
import coop.pools.payout.Stewards;
import coop.pools.payout.TellOfArrivals;
import coop.pools.payout.TellingBooks;
import coop.pools.payout.TryPayoutAgain;
import coop.pools.payout.Votes;
import coop.pools.payout.WatchDetails;
import coop.pools.payout.Ways;
import coop.pools.payout.sql.SqlHandOverStore;
import coop.pools.payout.sql.SqlHomeStore;
import coop.pools.payout.sql.SqlPayeeStore;
import coop.pools.payout.sql.SqlPayoutStore;
import coop.pools.payout.web.BodyPayeePages;
import coop.pools.payout.web.BodyPayees;
import coop.pools.payout.web.BodyPayouts;
import coop.pools.payout.web.FloodPayeePages;
import coop.pools.payout.web.FloodPayeesApi;
import coop.pools.payout.web.FloodPayoutPages;
import coop.pools.payout.web.FloodPayoutsApi;
import coop.pools.payout.web.OnboardingPages;
import coop.pools.payout.web.PayeeApi;
import coop.pools.payout.web.PayeePages;
import coop.pools.payout.web.PayoutApi;
import coop.pools.payout.web.PayoutPages;
import coop.pools.payout.web.PayoutWords;
import coop.pools.payout.web.PoolPayeePages;
import coop.pools.payout.web.PoolPayeesApi;
import coop.pools.payout.web.PoolPayoutPages;
import coop.pools.payout.web.PoolPayoutsApi;
import coop.pools.reconciliation.sql.SqlRunStore;
import coop.pools.treasury.MoneyPlaces;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payees and payouts. */
final class PayoutRoom {
    final OrderPayout orderPayout;
    final PayeeActionCheck actionCheck;
    final PayoutEffect effect;
    final InvitePayee invitePayee;
    final OnboardPayee onboardPayee;
    final RefreshPayee refreshPayee;
    final ReadPayees readPayees;
    final ReadPayouts readPayouts;
    final PayeeStore payees;
    final TellOfArrivals tellOfArrivals;
    private final SendDuePayouts sendDuePayouts;
    private final SendHome sendHome;
    private final Foundation foundation;
    private final Freezes freezes;
    private final PayoutWords words;

    /** What paying out asks of the rooms around it. */
    record Around(
            Ways ways,
            Votes votes,
            Stewards stewards,
            MoneyPlaces places,
            Notices notices,
            ReceiptRoom receipts,
            ReadPeople people) {}

    PayoutRoom(
            Foundation foundation,
            LedgerRoom ledger,
            Bodies bodies,
            PaymentProcessor processor,
            PayoutBooks floodBooks,
            Around around) {
        this.foundation = foundation;
        freezes = ledger.freezes;
        payees = foundation.store(SqlPayeeStore.class);
        PayoutStore payouts = foundation.store(SqlPayoutStore.class);
        HomeStops homeStops = new LackStopsHome(foundation.store(SqlRunStore.class));
        Map<BodyRef.Kind, PayoutBooks> books = Map.of(
                BodyRef.Kind.POOL,
                telling(
                        new PoolPayoutBooks(
                                ledger.ledger,
                                payees,
                                foundation.store(SqlHandOverStore.class),
                                foundation.clock(),
                                new PoolPayoutBooks.Home(homeStops, Optional.of(freezes), around.places())),
                        around),
                BodyRef.Kind.FLOOD,
                telling(floodBooks, around));
        PayoutDesk desk = new PayoutDesk(
                foundation.transactions(), payouts, books, ledger.freezes, foundation.clock(), foundation.wake());
        tellOfArrivals = new TellOfArrivals(payees, around.votes(), around.stewards(), around.notices());
        PayeeLinks links = new PayeeLinks(foundation.publicUrl());
        ConfirmPayout confirm = new ConfirmPayout(desk);
        orderPayout = new OrderPayout(desk, payees, around.ways());
        actionCheck = new PayeeActionCheck(payees, bodies);
        effect = new PayoutEffect(desk, payees, confirm);
        invitePayee = new InvitePayee(desk, payees, bodies, foundation.ids(), links);
        onboardPayee = new OnboardPayee(desk, payees, processor, links);
        WatchDetails details = new WatchDetails(desk, payees, processor, around.votes(), around.notices());
        refreshPayee = new RefreshPayee(desk, payees, processor, details);
        readPayees = new ReadPayees(payees, bodies, around.ways());
        readPayouts = new ReadPayouts(payouts, foundation.store(SqlHandOverStore.class));
        sendDuePayouts = new SendDuePayouts(
                desk,
                List.of(
                        new ProcessorRoute(desk, processor, confirm, refreshPayee, details),
                        new StewardRoute(desk, payees, around.stewards(), around.notices())));
        sendHome = new SendHome(
                desk,
                orderPayout,
                new SendHome.Homes(foundation.store(SqlHomeStore.class), around.places(), payees, homeStops),
                ledger.ledger,
                processor);
        words = new PayoutWords(
                new SayWord(
                        desk,
                        payees,
                        bodies,
                        new SayWord.Carriers(around.stewards(), around.ways()),
                        around.receipts().keep),
                new ReadWords(payouts, bodies, around.stewards(), around.receipts().read, around.people()),
                new TryPayoutAgain(desk, payees, around.stewards()));
    }

    private PayoutBooks telling(PayoutBooks books, Around around) {
        return new TellingBooks(books, payees, around.votes(), around.notices());
    }

    /**
     * @param payeeCountry what the form for payees proposes; empty for none
     * @param papers where the receipts behind payouts are
     */
    void register(JerseyEnvironment jersey, Optional<String> payeeCountry, Papers papers) {
        BodyPayees bodyPayees = new BodyPayees(invitePayee, readPayees, foundation.ids());
        BodyPayouts bodyPayouts = new BodyPayouts(readPayouts, readPayees);
        jersey.register(new PoolPayeesApi(bodyPayees));
        jersey.register(new FloodPayeesApi(bodyPayees));
        jersey.register(new PayeeApi(readPayees, invitePayee));
        jersey.register(new PoolPayoutsApi(bodyPayouts));
        jersey.register(new FloodPayoutsApi(bodyPayouts));
        jersey.register(new PayoutApi(bodyPayouts, words));
        BodyPayeePages payeePages = new BodyPayeePages(foundation.pages(), invitePayee, readPayees);
        PayoutPages payoutPages = new PayoutPages(foundation.pages(), readPayouts, readPayees, freezes, words, papers);
        jersey.register(new PoolPayeePages(payeePages));
        jersey.register(new FloodPayeePages(payeePages));
        jersey.register(new PayeePages(foundation.pages(), readPayees, invitePayee));
        jersey.register(new OnboardingPages(foundation.pages(), onboardPayee, refreshPayee, readPayees, payeeCountry));
        jersey.register(new PoolPayoutPages(payoutPages));
        jersey.register(new FloodPayoutPages(payoutPages));
        jersey.register(payoutPages);
    }

    List<DueWork> dueWork() {
        return List.of(refreshPayee, sendHome, sendDuePayouts);
    }
}
