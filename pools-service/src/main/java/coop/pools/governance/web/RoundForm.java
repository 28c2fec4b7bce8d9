package coop.pools.governance.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Money;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the form of a new proposal says about rounds; every refusal names the field. */
final class RoundForm {
    private RoundForm() {}

    static Action open(Bodies.Body body, MultivaluedMap<String, String> form) {
        Currency currency = Currency.getInstance(body.currency());
        String name = Fields.text("round", form.getFirst("round"), 80);
        Money pot = above("amount", form.getFirst("amount"), currency);
        List<RoundOrder.Line> lines = new ArrayList<>();
        for (int number = 1; number <= RoundOrders.MOST_LINES; number++) {
            line(number, form, currency).ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            throw Fields.invalid("bucket1", "choose a bucket or name a new one");
        }
        return new Action.Round(
                new RoundOrder.Open(name, pot, lines, times(form), "accept".equals(form.getFirst("partial"))));
    }

    /** A moment of closing comes along hidden: the form itself asks for days. */
    private static RoundOrder.Times times(MultivaluedMap<String, String> form) {
        Optional<Instant> closes = moment("closesAt", form);
        String typed = Fields.optionalText("days", form.getFirst("days"), 100);
        boolean none = closes.isPresent() && (typed.isEmpty() || typed.equals("0"));
        if (!none && (!typed.matches("[0-9]{1,2}") || Integer.parseInt(typed) < 1)) {
            throw Fields.invalid("days", "1 to " + RoundOrders.MOST_DAYS);
        }
        Optional<Instant> opens = moment("opensAt", form);
        return none
                ? new RoundOrder.Times(opens, closes, 0)
                : new RoundOrder.Times(opens, Optional.empty(), Integer.parseInt(typed));
    }

    private static Optional<Instant> moment(String field, MultivaluedMap<String, String> form) {
        String sent = Fields.optionalText(field, form.getFirst(field), 40);
        try {
            return sent.isEmpty() ? Optional.empty() : Fields.moment(field, Instant.parse(sent));
        } catch (DateTimeParseException e) {
            throw Fields.invalid(field, "is not a moment");
        }
    }

    private static Optional<RoundOrder.Line> line(int number, MultivaluedMap<String, String> form, Currency currency) {
        String bucket = Fields.optionalText("bucket" + number, form.getFirst("bucket" + number), 80);
        String name = Fields.optionalText("new" + number, form.getFirst("new" + number), 80);
        if (bucket.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        if (!bucket.isEmpty() && !name.isEmpty()) {
            throw Fields.invalid("new" + number, "either a bucket that is open, or a new one");
        }
        Money target = above("target" + number, form.getFirst("target" + number), currency);
        String least = Fields.optionalText("minimum" + number, form.getFirst("minimum" + number), 30);
        return Optional.of(new RoundOrder.Line(
                Optional.of(bucket).filter(slug -> !slug.isEmpty()),
                name,
                name.isEmpty() ? "" : Fields.optionalText("purpose" + number, form.getFirst("purpose" + number), 600),
                target,
                least.isEmpty() ? Optional.empty() : Optional.of(above("minimum" + number, least, currency))));
    }

    private static Money above(String field, String typed, Currency currency) {
        Money amount = MoneyText.read(field, typed, currency);
        if (!amount.isPositive()) {
            throw Fields.invalid(field, "must be above zero");
        }
        return amount;
    }

    static Action end(MultivaluedMap<String, String> form) {
        return new Action.Round(new RoundOrder.End(
                Fields.id("round", form.getFirst("round")), "fund".equals(form.getFirst("outcome"))));
    }

    /** What the form would have had to hold. */
    static Map<String, String> typed(RoundOrder order) {
        return order.fold(
                RoundForm::typed,
                end -> Map.of("round", end.round().toString(), "outcome", end.funds() ? "fund" : "return"));
    }

    private static Map<String, String> typed(RoundOrder.Open open) {
        Map<String, String> typed = new HashMap<>();
        typed.put("round", open.name());
        typed.put("amount", MoneyText.plain(open.pot()));
        typed.put(
                "days",
                open.times().days() == 0 ? "" : String.valueOf(open.times().days()));
        open.times().opensAt().ifPresent(at -> typed.put("opensAt", at.toString()));
        open.times().closesAt().ifPresent(at -> typed.put("closesAt", at.toString()));
        typed.put("partial", open.keepsPartial() ? "accept" : "return");
        int number = 0;
        for (RoundOrder.Line line : open.lines()) {
            number++;
            typed.put("bucket" + number, line.bucket().orElse(""));
            typed.put("new" + number, line.name());
            typed.put("purpose" + number, line.purpose());
            typed.put("target" + number, MoneyText.plain(line.target()));
            typed.put("minimum" + number, line.minimum().map(MoneyText::plain).orElse(""));
        }
        return typed;
    }
}
