package coop.pools.recurring;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.RecurringState;
import coop.pools.recurring.domain.SharePlan;
import coop.pools.treasury.ContributionStore;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The caller's own recurring contributions; nobody reads another's. */
public final class ReadRecurring {
    private static final int MOST_BILLS = 50;
    private static final int MOST = 100;

    private final RecurringDesk desk;
    private final ContributionStore contributions;
    private final Bodies bodies;

    public ReadRecurring(RecurringDesk desk, ContributionStore contributions, Bodies bodies) {
        this.desk = desk;
        this.contributions = contributions;
        this.bodies = bodies;
    }

    /**
     * One with all that belongs to it.
     *
     * @param terms what is or is about to be charged
     * @param parts where it goes, in the order of the terms' shares
     * @param orders what the payer has ordered, in the order of making
     * @param bills the newest first, at most 50
     * @param payAt where the first payment is made, while it is pending
     */
    public record Whole(
            RecurringContribution recurring,
            PaymentTerms terms,
            List<Part> parts,
            List<MemberOrder> orders,
            List<Bill> bills,
            Optional<String> payAt) {
        /** What was ordered and has not been answered yet. */
        public Optional<MemberOrder> waiting() {
            return orders.stream().filter(MemberOrder::isOpen).findFirst();
        }

        /** The latest bill that waits for its payment. */
        public Optional<Bill> unpaid() {
            return bills.stream()
                    .filter(bill -> bill.state() == Bill.State.OPEN)
                    .findFirst();
        }
    }

    /** Where part of a payment goes. */
    public record Part(Bodies.Body pool, Optional<String> bucket, int basisPoints, Money amount) {}

    /** The newest first. */
    public List<Whole> mine(Caller caller) {
        return desk.store().ofPerson(caller.require(Scope.READ), MOST).stream()
                .map(this::whole)
                .toList();
    }

    /** @throws Refused NOT_FOUND when there is none such of the caller's */
    public Whole own(Caller caller, UUID id) {
        UUID person = caller.require(Scope.READ);
        return desk.store()
                .find(id)
                .filter(found -> found.payer().equals(person))
                .map(this::whole)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private Whole whole(RecurringContribution recurring) {
        UUID id = recurring.id();
        PaymentTerms terms = desk.present(id);
        Optional<String> payAt = recurring.state() == RecurringState.PENDING
                ? contributions.find(id).flatMap(Contribution::page).map(PaymentPage::url)
                : Optional.empty();
        return new Whole(
                recurring,
                terms,
                parts(terms),
                desk.store().orders(id),
                desk.store().bills(id, MOST_BILLS),
                payAt);
    }

    private List<Part> parts(PaymentTerms terms) {
        List<Money> amounts = terms.parts();
        List<Part> parts = new ArrayList<>();
        for (SharePlan share : terms.shares()) {
            Bodies.Body pool = bodies.read(BodyRef.pool(share.pool()));
            parts.add(new Part(pool, share.bucket(), share.basisPoints(), amounts.get(parts.size())));
        }
        return parts;
    }

    /** What comes into a Pool by itself in an average month; what is paid yearly counts with a twelfth. */
    public Money monthly(UUID pool, Currency currency) {
        return new Money(desk.store().minorAYear(pool) / 12, currency);
    }
}
