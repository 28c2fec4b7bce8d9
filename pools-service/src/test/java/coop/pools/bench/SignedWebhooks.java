package coop.pools.bench;

import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.stripe.SignedEvents;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** Events of about 2.5 kB as the processor sends them, signed; one in a hundred comes twice. */
final class SignedWebhooks {
    static final String SECRET = "whsec_bench";
    static final long MINOR = 2000;
    static final long FEE = 55;

    private static final SignedEvents SIGNER =
            new SignedEvents(new EventSecrets(List.of(SECRET), List.of("whsec_bench_connect")), Clock.systemUTC());
    private static final long FREE_AT = 4_102_444_800L;

    private SignedWebhooks() {}

    /** A charge that was paid, with its fee; the rest is free long after the benchmark. */
    static byte[] body(UUID contribution) {
        return """
                {"id":"evt_%6$s","object":"event","api_version":"2026-01-28","created":1772366400,"livemode":false,
                "pending_webhooks":1,"request":{"id":"req_9Xk2ZQvT0bWl1M","idempotency_key":"%1$s"},
                "type":"charge.succeeded","data":{"object":{"id":"ch_%6$s","object":"charge","amount":%2$d,
                "amount_captured":%2$d,"amount_refunded":0,"application":null,"application_fee":null,
                "application_fee_amount":null,"balance_transaction":{"id":"txn_%6$s","object":"balance_transaction",
                "amount":%2$d,"available_on":%4$d,"created":1772366400,"currency":"eur","description":null,
                "exchange_rate":null,"fee":%3$d,"fee_details":[{"amount":%3$d,"application":null,"currency":"eur",
                "description":"Stripe processing fees","type":"stripe_fee"}],"net":%5$d,"reporting_category":"charge",
                "source":"ch_%6$s","status":"pending","type":"charge"},"billing_details":{"address":{"city":null,
                "country":"DE","line1":null,"line2":null,"postal_code":null,"state":null},"email":"ana@example.org",
                "name":"Ana Example","phone":null,"tax_id":null},"calculated_statement_descriptor":"POOLS",
                "captured":true,"created":1772366400,"currency":"eur","customer":null,"description":null,
                "destination":null,"dispute":null,"disputed":false,"failure_balance_transaction":null,
                "failure_code":null,"failure_message":null,"fraud_details":{},"livemode":false,
                "metadata":{"contribution_id":"%1$s"},"on_behalf_of":null,"order":null,"outcome":{
                "advice_code":null,"network_advice_code":null,"network_decline_code":null,
                "network_status":"approved_by_network","reason":null,"risk_level":"normal","risk_score":11,
                "seller_message":"Payment complete.","type":"authorized"},"paid":true,"payment_intent":"pi_%6$s",
                "payment_method":"pm_1PzQ2kX","payment_method_details":{"card":{"amount_authorized":%2$d,
                "authorization_code":null,"brand":"visa","checks":{"address_line1_check":null,
                "address_postal_code_check":null,"cvc_check":"pass"},"country":"DE","exp_month":12,"exp_year":2034,
                "extended_authorization":{"status":"disabled"},"fingerprint":"0qGzX1mB8sJ4kL2v","funding":"credit",
                "incremental_authorization":{"status":"unavailable"},"installments":null,"last4":"4242","mandate":null,
                "multicapture":{"status":"unavailable"},"network":"visa","network_token":{"used":false},
                "overcapture":{"maximum_amount_capturable":%2$d,"status":"unavailable"},"three_d_secure":null,
                "wallet":null},"type":"card"},"receipt_email":null,"receipt_number":null,"receipt_url":null,
                "refunded":false,"review":null,"shipping":null,"source":null,"source_transfer":null,
                "statement_descriptor":null,"statement_descriptor_suffix":null,"status":"succeeded",
                "transfer_data":null,"transfer_group":null}}}
                """.formatted(contribution, MINOR, FEE, FREE_AT, MINOR - FEE, suffix(contribution))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As long as the processor's ids are, behind their prefix: 24 letters and digits. */
    private static String suffix(UUID contribution) {
        return contribution.toString().replace("-", "").substring(4, 28);
    }

    static String signature(byte[] body) {
        return SIGNER.sign(body, false);
    }

    /** Requests for these contributions; a signature is good for five minutes. */
    static Iterator<ByteBuffer> requests(List<UUID> contributions) {
        List<ByteBuffer> requests = new ArrayList<>();
        for (int i = 0; i < contributions.size(); i++) {
            ByteBuffer request = request(contributions.get(i));
            requests.add(request);
            if (i % 100 == 0) {
                requests.add(request.duplicate());
            }
        }
        return requests.iterator();
    }

    private static ByteBuffer request(UUID contribution) {
        byte[] body = body(contribution);
        byte[] head = """
                POST /webhooks/stripe HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/json; charset=utf-8\r
                Stripe-Signature: %s\r
                User-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)\r
                Accept: */*; q=0.5, application/json\r
                Content-Length: %d\r
                \r
                """.formatted(signature(body), body.length).getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .flip();
    }

    /** The same small request again and again. */
    static Iterator<ByteBuffer> hellos(int count) {
        byte[] hello = "GET /hello HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        return java.util.stream.Stream.generate(() -> ByteBuffer.wrap(hello))
                .limit(count)
                .iterator();
    }
}
