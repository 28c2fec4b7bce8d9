package coop.pools.overview.web;

import coop.pools.kernel.Money;
import coop.pools.ledger.EntryFilter;
import coop.pools.ledger.domain.Flow;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The search form of the treasurer's page, as the address has it. */
public final class TreasuryFilter {
    @QueryParam("q")
    @DefaultValue("")
    String text;

    @QueryParam("flow")
    @DefaultValue("")
    String flow;

    @QueryParam("account")
    @DefaultValue("")
    String account;

    @QueryParam("from")
    @DefaultValue("")
    String from;

    @QueryParam("until")
    @DefaultValue("")
    String until;

    @QueryParam("least")
    @DefaultValue("")
    String least;

    @QueryParam("most")
    @DefaultValue("")
    String most;

    @QueryParam("before")
    @DefaultValue("")
    String before;

    /** What was typed, by field. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("q", text);
        typed.put("flow", flow);
        typed.put("account", account);
        typed.put("from", from);
        typed.put("until", until);
        typed.put("least", least);
        typed.put("most", most);
        return typed;
    }

    /** The same search as part of an address; empty for none. */
    String query() {
        return typed().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    EntryFilter read(Currency currency) {
        return new EntryFilter(
                Fields.optionalText("q", text, 100),
                flowOf(flow),
                Optional.of(Fields.optionalText("account", account, 240)).filter(name -> !name.isEmpty()),
                day("from", from),
                day("until", until).map(start -> start.plusSeconds(24 * 3600)),
                amount("least", least, currency),
                amount("most", most, currency));
    }

    long beforeSeq() {
        if (before.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!before.matches("[0-9]{1,18}")) {
            throw Fields.invalid("before", "a sequence number");
        }
        return Long.parseLong(before);
    }

    private static Optional<Flow> flowOf(String sent) {
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Flow.values())
                .filter(flow -> flow.name().equalsIgnoreCase(sent))
                .findFirst()
                .orElseThrow(() -> Fields.invalid("flow", "in, out or inside")));
    }

    private static Optional<Instant> day(String field, String sent) {
        String text = Fields.optionalText(field, sent, 10);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw Fields.invalid(field, "a day like 2026-11-22");
        }
    }

    private static Optional<Long> amount(String field, String sent, Currency currency) {
        String text = Fields.optionalText(field, sent, 30);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(MoneyText.read(field, text, currency)).map(Money::minorUnits);
    }
}
