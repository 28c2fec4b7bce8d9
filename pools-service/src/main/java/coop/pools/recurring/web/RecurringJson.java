package coop.pools.recurring.web;

import coop.pools.platform.web.MoneyJson;
import coop.pools.recurring.ReadRecurring;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.RecurringContribution;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A recurring contribution in the API; only its payer sees it.
 *
 * @param id also that of the contribution which its first payment is
 * @param state pending, active, past-due, paused, ended or expired
 * @param every month or year
 * @param amount what the card is charged each time, from the next payment on
 * @param meant what is to reach the Pools, where the giver covers the card fee
 * @param split where it goes, 10,000 basis points together
 * @param nextAt when the next payment is due; missing when none will be
 * @param endsAt when it ends or has ended, once that is known
 * @param changing what was ordered and the card processor has not answered yet: pause, resume, change-amount, cancel or
 *     cancel-at-period-end
 * @param checkoutUrl where to make the first payment, while it is pending
 * @param note what is wrong with it, in words; may be empty
 * @param payments the newest first, at most 50
 * @param url its own page
 */
public record RecurringJson(
        UUID id,
        String state,
        String every,
        MoneyJson amount,
        Optional<MoneyJson> meant,
        List<RecurringPart> split,
        Optional<Instant> nextAt,
        Optional<Instant> endsAt,
        Optional<String> changing,
        Optional<String> checkoutUrl,
        String note,
        List<RecurringPayment> payments,
        String url,
        Instant createdAt) {

    /** One Pool's part of every payment. {@code bucket} is a slug; missing for the Pool as a whole. */
    public record RecurringPart(String pool, Optional<String> bucket, int basisPoints, MoneyJson amount) {}

    /**
     * One month's or year's payment.
     *
     * @param state open, paid, dropped (nothing was charged) or set-aside (charged, but not as agreed: not booked)
     * @param contribution what it became, when it is paid
     * @param payUrl where an open one can be paid by hand
     * @param retryAt when the card is tried again
     */
    public record RecurringPayment(
            String state,
            MoneyJson amount,
            Optional<UUID> contribution,
            int attempts,
            Optional<String> payUrl,
            Optional<Instant> retryAt,
            Instant createdAt) {
        static RecurringPayment of(Bill bill) {
            return new RecurringPayment(
                    bill.state().word(),
                    MoneyJson.of(bill.amount()),
                    bill.contribution(),
                    bill.attempts(),
                    bill.payUrl(),
                    bill.retryAt(),
                    bill.createdAt());
        }
    }

    static RecurringJson of(ReadRecurring.Whole whole, URI publicUrl) {
        RecurringContribution recurring = whole.recurring();
        return new RecurringJson(
                recurring.id(),
                recurring.state().word(),
                recurring.every().word(),
                MoneyJson.of(whole.terms().amount()),
                whole.terms().meant().map(MoneyJson::of),
                whole.parts().stream()
                        .map(part -> new RecurringPart(
                                part.pool().slug(), part.bucket(), part.basisPoints(), MoneyJson.of(part.amount())))
                        .toList(),
                recurring.nextAt(),
                recurring.endsAt(),
                whole.waiting().map(MemberOrder::kind).map(MemberOrder.Kind::word),
                whole.payAt(),
                recurring.note(),
                whole.bills().stream().map(RecurringPayment::of).toList(),
                publicUrl.resolve("/recurring/" + recurring.id()).toString(),
                recurring.createdAt());
    }
}
