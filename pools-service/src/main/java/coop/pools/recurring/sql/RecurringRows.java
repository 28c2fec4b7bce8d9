package coop.pools.recurring.sql;

import coop.pools.kernel.Money;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.RecurringContribution.Subscription;
import coop.pools.recurring.domain.SharePlan;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Recurring contributions, their terms, bills and orders as their columns. */
public final class RecurringRows {
    private RecurringRows() {}

    /** A recurring contribution's columns. */
    public record Row(
            UUID id,
            UUID person,
            String rhythm,
            Optional<String> account,
            String state,
            Optional<String> subscriptionId,
            Optional<String> customerId,
            Optional<Instant> nextAt,
            Optional<Instant> endsAt,
            String note,
            long touches,
            int tries,
            Optional<Instant> nextLookAt,
            Optional<Instant> readAt,
            Instant createdAt) {
        static Row of(RecurringContribution r) {
            return new Row(
                    r.id(),
                    r.payer(),
                    r.every().word(),
                    r.account(),
                    r.state().word(),
                    r.subscription().map(Subscription::id),
                    r.subscription().flatMap(Subscription::customerId),
                    r.nextAt(),
                    r.endsAt(),
                    r.note(),
                    r.looks().touches(),
                    r.looks().backoff().tries(),
                    r.looks().backoff().nextAt(),
                    r.looks().readAt(),
                    r.createdAt());
        }
    }

    /** The columns of terms. */
    public record TermsRow(
            UUID recurring,
            int no,
            long amount,
            String currency,
            Optional<Long> meant,
            Instant validFrom,
            Optional<Instant> confirmedAt,
            boolean dropped) {
        static TermsRow of(UUID recurring, PaymentTerms terms) {
            return new TermsRow(
                    recurring,
                    terms.no(),
                    terms.amount().minorUnits(),
                    terms.amount().currency().getCurrencyCode(),
                    terms.meant().map(Money::minorUnits),
                    terms.from(),
                    terms.confirmedAt(),
                    terms.dropped());
        }
    }

    /** A share's columns. */
    public record ShareRow(int no, UUID pool, Optional<String> bucket, int basisPoints, long amount) {
        static ShareRow of(int no, SharePlan share, Money part) {
            return new ShareRow(no, share.pool(), share.bucket(), share.basisPoints(), part.minorUnits());
        }
    }

    /** A bill's columns. */
    public record BillRow(
            String id,
            UUID recurring,
            String state,
            long amount,
            String currency,
            Optional<UUID> contribution,
            int attempts,
            Optional<String> payUrl,
            Optional<Instant> retryAt,
            String note,
            Instant createdAt) {
        static BillRow of(Bill bill) {
            return new BillRow(
                    bill.id(),
                    bill.recurring(),
                    bill.state().word(),
                    bill.amount().minorUnits(),
                    bill.amount().currency().getCurrencyCode(),
                    bill.contribution(),
                    bill.attempts(),
                    bill.payUrl(),
                    bill.retryAt(),
                    bill.note(),
                    bill.createdAt());
        }
    }

    /** An order's columns. */
    public record OrderRow(
            UUID id,
            UUID recurring,
            String kind,
            Optional<Integer> terms,
            String state,
            String note,
            int tries,
            Optional<Instant> nextTryAt,
            Instant createdAt) {
        static OrderRow of(MemberOrder order) {
            return new OrderRow(
                    order.id(),
                    order.recurring(),
                    order.kind().word(),
                    order.terms(),
                    order.state().word(),
                    order.note(),
                    order.backoff().tries(),
                    order.backoff().nextAt(),
                    order.createdAt());
        }
    }
}
