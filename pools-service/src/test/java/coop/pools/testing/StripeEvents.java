package coop.pools.testing;

import java.util.UUID;

/** Events of the processor as JSON, for what the sandbox never sends by itself. */
public final class StripeEvents {
    private StripeEvents() {}

    /** A page was paid; the settlement has to be asked for. */
    public static String paid(String eventId, UUID contribution, String payment, long minor, String currency) {
        return """
                {"id":"%s","type":"checkout.session.completed","created":1772366400,"data":{"object":{
                 "id":"cs_1","mode":"payment","payment_status":"paid","amount_total":%d,"currency":"%s",
                 "payment_intent":"%s","metadata":{"contribution_id":"%s"}}}}
                """.formatted(eventId, minor, currency, payment, contribution);
    }

    /** As {@link #paid}, with the fee, and the moment from which the rest is free. */
    public static String settled(String eventId, UUID contribution, String payment, long minor, long fee, long freeAt) {
        return """
                {"id":"%s","type":"charge.succeeded","created":1772366400,"data":{"object":{
                 "id":"ch_1","paid":true,"captured":true,"amount":%d,"currency":"eur",
                 "payment_intent":"%s","metadata":{"contribution_id":"%s"},
                 "balance_transaction":{"id":"txn_1","fee":%d,"currency":"eur","available_on":%d}}}}
                """.formatted(eventId, minor, payment, contribution, fee, freeAt);
    }

    /** A page that was not paid. */
    public static String notPaid(String eventId, UUID contribution, boolean expired) {
        String type = expired ? "checkout.session.expired" : "checkout.session.async_payment_failed";
        return """
                {"id":"%s","type":"%s","created":1772366400,"data":{"object":{
                 "id":"cs_1","mode":"payment","payment_status":"unpaid","metadata":{"contribution_id":"%s"}}}}
                """.formatted(eventId, type, contribution);
    }

    /** A transfer for a payout. */
    public static String transfer(String eventId, UUID payout, String account, long minor, boolean reversed) {
        return """
                {"id":"%s","type":"%s","created":1772366400,"data":{"object":{
                 "id":"tr_sandbox_%s","destination":"%s","amount":%d,"currency":"eur","reversed":%s,
                 "metadata":{"payout_id":"%s"}}}}
                """.formatted(
                eventId, reversed ? "transfer.reversed" : "transfer.created", payout, account, minor, reversed, payout);
    }

    /** A transfer of which a part was taken back. */
    public static String partlyReversed(String eventId, UUID payout, String account, long minor, long back) {
        return transfer(eventId, payout, account, minor, false)
                .replace("\"reversed\":false", "\"reversed\":false,\"amount_reversed\":" + back)
                .replace("transfer.created", "transfer.reversed");
    }
}
