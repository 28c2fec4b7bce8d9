package coop.pools.integrations.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.param.BalanceRetrieveParams;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.EventListParams;
import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.ListedEvent;
import coop.pools.integrations.payments.Page;
import coop.pools.integrations.payments.ProcessorBalance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened, asked for instead of told: events and movements of money. */
final class StripeLists {
    private static final long MOST = 100;

    private final StripeCalls calls;

    StripeLists(StripeCalls calls) {
        this.calls = calls;
    }

    Page<ListedEvent> events(Instant since, Optional<String> after, Optional<String> account) {
        EventListParams.Builder params = EventListParams.builder()
                .setCreated(EventListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build())
                .setLimit(MOST);
        after.ifPresent(params::setStartingAfter);
        JsonNode list = calls.answer(client -> client.v1().events().list(params.build(), StripeCalls.on(account)));
        return calls.make(client -> {
            List<ListedEvent> items = new ArrayList<>();
            for (JsonNode node : list.path("data")) {
                JsonNode whose = ofAccount(node, account);
                items.add(new ListedEvent(
                        new EventShape(whose, account.isPresent(), since).eventOrOther(),
                        whose.toString().getBytes(StandardCharsets.UTF_8),
                        account));
            }
            return new Page<>(items, next(list));
        });
    }

    /** Delivered events say on which account they happened; in an account's own list that goes without saying. */
    private static JsonNode ofAccount(JsonNode event, Optional<String> account) {
        if (account.isPresent() && event instanceof ObjectNode object) {
            object.put("account", account.get());
        }
        return event;
    }

    /** Movements in currencies that no Pool can have are left out. */
    Page<BalanceTransaction> transactions(Instant since, Optional<String> after, Optional<String> account) {
        BalanceTransactionListParams.Builder params = BalanceTransactionListParams.builder()
                .setCreated(BalanceTransactionListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build())
                .addExpand("data.source")
                .addExpand("data.source.charge")
                .setLimit(MOST);
        after.ifPresent(params::setStartingAfter);
        JsonNode list =
                calls.answer(client -> client.v1().balanceTransactions().list(params.build(), StripeCalls.on(account)));
        return calls.make(client -> {
            List<BalanceTransaction> items = new ArrayList<>();
            for (JsonNode node : list.path("data")) {
                if (Part.inSupportedCurrency(node)) {
                    items.add(TransactionShape.transaction(node));
                }
            }
            return new Page<>(items, next(list));
        });
    }

    List<ProcessorBalance> balances(Optional<String> account) {
        JsonNode balance = calls.answer(client ->
                client.v1().balance().retrieve(BalanceRetrieveParams.builder().build(), StripeCalls.on(account)));
        return calls.make(client -> TransactionShape.balances(balance));
    }

    private static Optional<String> next(JsonNode list) {
        JsonNode data = list.path("data");
        if (!data.isArray()) {
            throw new Part.Missing("data");
        }
        return Optional.of(data)
                .filter(items -> list.path("has_more").asBoolean(false) && !items.isEmpty())
                .map(items -> new Part(items.get(items.size() - 1)).needed("id"));
    }
}
