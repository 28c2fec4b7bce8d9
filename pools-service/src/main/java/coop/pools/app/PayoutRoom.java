package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.ledger.Freezes;
import coop.pools.payout.ConfirmPayout;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.OnboardPayee;
import coop.pools.payout.OrderPayout;
import coop.pools.payout.PayeeActionCheck;
import coop.pools.payout.PayeeLinks;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutBooks;
import coop.pools.payout.PayoutDesk;
import coop.pools.payout.PayoutEffect;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.PoolPayoutBooks;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.RefreshPayee;
import coop.pools.payout.SendDuePayouts;
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
import coop.pools.payout.web.PoolPayeePages;
import coop.pools.payout.web.PoolPayeesApi;
import coop.pools.payout.web.PoolPayoutPages;
import coop.pools.payout.web.PoolPayoutsApi;
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
    private final SendDuePayouts sendDuePayouts;
    private final Foundation foundation;
    private final Freezes freezes;

    PayoutRoom(
            Foundation foundation,
            LedgerRoom ledger,
            Bodies bodies,
            PaymentProcessor processor,
            PayoutBooks floodBooks) {
        this.foundation = foundation;
        freezes = ledger.freezes;
        payees = foundation.store(SqlPayeeStore.class);
        PayoutStore payouts = foundation.store(SqlPayoutStore.class);
        Map<BodyRef.Kind, PayoutBooks> books = Map.of(
                BodyRef.Kind.POOL,
                new PoolPayoutBooks(ledger.ledger, payees, foundation.clock()),
                BodyRef.Kind.FLOOD,
                floodBooks);
        PayoutDesk desk = new PayoutDesk(
                foundation.transactions(), payouts, books, ledger.freezes, foundation.clock(), foundation.wake());
        PayeeLinks links = new PayeeLinks(foundation.publicUrl());
        ConfirmPayout confirm = new ConfirmPayout(desk);
        orderPayout = new OrderPayout(desk, payees);
        actionCheck = new PayeeActionCheck(payees, bodies);
        effect = new PayoutEffect(desk, payees, confirm);
        invitePayee = new InvitePayee(desk, payees, bodies, foundation.ids(), links);
        onboardPayee = new OnboardPayee(desk, payees, processor, links);
        refreshPayee = new RefreshPayee(desk, payees, processor);
        readPayees = new ReadPayees(payees, bodies);
        readPayouts = new ReadPayouts(payouts);
        sendDuePayouts = new SendDuePayouts(desk, processor, confirm, refreshPayee);
    }

    /** @param payeeCountry what the form for payees proposes; empty for none */
    void register(JerseyEnvironment jersey, Optional<String> payeeCountry) {
        BodyPayees bodyPayees = new BodyPayees(invitePayee, readPayees, foundation.ids());
        BodyPayouts bodyPayouts = new BodyPayouts(readPayouts, readPayees);
        jersey.register(new PoolPayeesApi(bodyPayees));
        jersey.register(new FloodPayeesApi(bodyPayees));
        jersey.register(new PayeeApi(readPayees, invitePayee));
        jersey.register(new PoolPayoutsApi(bodyPayouts));
        jersey.register(new FloodPayoutsApi(bodyPayouts));
        jersey.register(new PayoutApi(bodyPayouts));
        BodyPayeePages payeePages = new BodyPayeePages(foundation.pages(), invitePayee, readPayees);
        PayoutPages payoutPages = new PayoutPages(foundation.pages(), readPayouts, readPayees, freezes);
        jersey.register(new PoolPayeePages(payeePages));
        jersey.register(new FloodPayeePages(payeePages));
        jersey.register(new PayeePages(foundation.pages(), readPayees, invitePayee));
        jersey.register(new OnboardingPages(foundation.pages(), onboardPayee, refreshPayee, readPayees, payeeCountry));
        jersey.register(new PoolPayoutPages(payoutPages));
        jersey.register(new FloodPayoutPages(payoutPages));
        jersey.register(payoutPages);
    }

    List<DueWork> dueWork() {
        return List.of(refreshPayee, sendDuePayouts);
    }
}
