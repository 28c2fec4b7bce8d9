package coop.pools.governance.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Money;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the form of a new proposal says about rounds; every refusal names the field. */
final class RoundForm {
    /** So many lines stand in the form; the API takes more. */
    static final int LINES = 6;

    private RoundForm() {}

    static Action open(Bodies.Body body, MultivaluedMap<String, String> form) {
        Currency currency = Currency.getInstance(body.currency());
        String name = Fields.text("round", form.getFirst("round"), 80);
        Money pot = above("amount", form.getFirst("amount"), currency);
        String typed = Fields.text("days", form.getFirst("days"), 3);
        if (!typed.matches("[0-9]{1,2}") || Integer.parseInt(typed) < 1) {
            throw Fields.invalid("days", "1 to " + RoundOrders.MOST_DAYS);
        }
        List<RoundOrder.Line> lines = new ArrayList<>();
        for (int number = 1; number <= LINES; number++) {
            line(number, form, currency).ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            throw Fields.invalid("bucket1", "choose a bucket or name a new one");
        }
        return new Action.Round(new RoundOrder.Open(
                name,
                pot,
                lines,
                RoundOrder.Times.days(Integer.parseInt(typed)),
                "accept".equals(form.getFirst("partial"))));
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
                "",
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
        typed.put("days", String.valueOf(open.times().days()));
        typed.put("partial", open.keepsPartial() ? "accept" : "return");
        int number = 0;
        for (RoundOrder.Line line : open.lines()) {
            number++;
            typed.put("bucket" + number, line.bucket().orElse(""));
            typed.put("new" + number, line.name());
            typed.put("target" + number, MoneyText.plain(line.target()));
            typed.put("minimum" + number, line.minimum().map(MoneyText::plain).orElse(""));
        }
        return typed;
    }
}
