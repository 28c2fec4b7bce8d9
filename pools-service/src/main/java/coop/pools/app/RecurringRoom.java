package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.recurring.ApplyRecurringFacts;
import coop.pools.recurring.BookBill;
import coop.pools.recurring.CarryOutOrders;
import coop.pools.recurring.ChangeCard;
import coop.pools.recurring.ChangeRecurring;
import coop.pools.recurring.EndGiving;
import coop.pools.recurring.EndShares;
import coop.pools.recurring.LookAtRecurring;
import coop.pools.recurring.ReadRecurring;
import coop.pools.recurring.RecurringDesk;
import coop.pools.recurring.StartRecurring;
import coop.pools.recurring.SweepFormerMembers;
import coop.pools.recurring.web.RecurringApi;
import coop.pools.recurring.web.RecurringPages;
import coop.pools.recurring.web.RecurringShowing;
import coop.pools.treasury.TakeRenewal;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;

/** What is given every month or year. */
final class RecurringRoom {
    final StartRecurring start;
    final ReadRecurring read;
    final EndShares endShares;
    final EndGiving endGiving;
    final List<DueWork> works;
    private final ChangeRecurring change;
    private final ChangeCard changeCard;
    private final Foundation foundation;

    RecurringRoom(
            Foundation foundation,
            RecurringEntry entry,
            TreasuryRoom treasury,
            IdentityRoom identity,
            Bodies bodies,
            PaymentProcessor processor) {
        this.foundation = foundation;
        RecurringDesk desk = entry.desk();
        BookBill bookBill = new BookBill(
                desk,
                bodies,
                identity.readPeople,
                treasury.planShares,
                new TakeRenewal(treasury.desk, treasury.bookContribution));
        ApplyRecurringFacts applyFacts = new ApplyRecurringFacts(desk, bookBill, entry.words());
        CarryOutOrders carryOut = new CarryOutOrders(desk, processor, applyFacts, entry.words());
        start = new StartRecurring(
                desk, treasury.startContribution, treasury.planShares, treasury.chargeAmount, treasury.openCheckout);
        read = new ReadRecurring(desk, treasury.desk.contributions(), bodies);
        endShares = new EndShares(desk, treasury.planShares, treasury.chargeAmount, entry.words());
        endGiving = new EndGiving(desk, treasury.planShares, treasury.chargeAmount, bodies, entry.words());
        change = new ChangeRecurring(desk, treasury.planShares, treasury.chargeAmount, carryOut);
        changeCard = new ChangeCard(desk, processor, foundation.publicUrl());
        works = List.of(
                new SweepFormerMembers(desk, endShares),
                new LookAtRecurring(desk, processor, treasury.desk.contributions(), applyFacts),
                carryOut);
    }

    void register(JerseyEnvironment jersey, TreasuryRoom treasury) {
        jersey.register(new RecurringApi(read, change, changeCard, foundation.ids(), foundation.publicUrl()));
        jersey.register(new RecurringPages(
                foundation.pages(), read, change, changeCard, new RecurringShowing(read, treasury.readContributions)));
    }
}
