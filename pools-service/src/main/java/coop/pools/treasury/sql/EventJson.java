package coop.pools.treasury.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import coop.pools.integrations.payments.PaymentEvent;
import java.util.Map;

/** An event as it was understood, so that it can be applied later without its signature, which goes stale. */
final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .build();

    private static final Map<String, Class<? extends PaymentEvent>> KINDS = Map.of(
            "paid", PaymentEvent.Paid.class,
            "not-paid", PaymentEvent.NotPaid.class,
            "payee-changed", PaymentEvent.PayeeChanged.class,
            "transfer-changed", PaymentEvent.TransferChanged.class,
            "refund-changed", PaymentEvent.RefundChanged.class,
            "dispute-changed", PaymentEvent.DisputeChanged.class,
            "payment-touched", PaymentEvent.PaymentTouched.class,
            "recurring", PaymentEvent.RecurringTouched.class,
            "other-mode", PaymentEvent.OtherMode.class,
            "other", PaymentEvent.Other.class);

    private EventJson() {}

    static String kind(PaymentEvent event) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().isInstance(event))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static String print(PaymentEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    static PaymentEvent parse(String kind, String text) {
        try {
            return JSON.readValue(text, KINDS.get(kind));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored event cannot be read", e);
        }
    }
}
