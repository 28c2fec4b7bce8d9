package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Notices;
import coop.pools.recurring.OpenRecurringPage;
import coop.pools.recurring.RecurringDesk;
import coop.pools.recurring.RecurringWords;
import coop.pools.recurring.TouchRecurring;
import coop.pools.recurring.sql.SqlRecurringStore;

/** What treasury asks of recurring contributions: their payment pages, and what events mean to them. */
record RecurringEntry(RecurringDesk desk, RecurringWords words, OpenRecurringPage pages, TouchRecurring effect) {
    static RecurringEntry of(Foundation foundation, Bodies bodies, PaymentProcessor processor, Notices notices) {
        RecurringDesk desk = new RecurringDesk(
                foundation.transactions(),
                foundation.store(SqlRecurringStore.class),
                foundation.clock(),
                foundation.wake());
        RecurringWords words = new RecurringWords(bodies, notices);
        return new RecurringEntry(
                desk,
                words,
                new OpenRecurringPage(desk, processor, words, foundation.publicUrl()),
                new TouchRecurring(desk));
    }
}
