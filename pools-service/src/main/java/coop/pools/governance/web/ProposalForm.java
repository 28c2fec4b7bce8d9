package coop.pools.governance.web;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.Rules;
import coop.pools.bylaws.web.RuleFields;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the action from the form of a new proposal; every refusal names the field. */
final class ProposalForm {
    private static final int MOST_POOLS = 50;

    private final ReadBylaws bylaws;

    ProposalForm(ReadBylaws bylaws) {
        this.bylaws = bylaws;
    }

    Action action(Bodies.Body body, MultivaluedMap<String, String> form) {
        String type = form.getFirst("type");
        return switch (Fields.required("type", type)) {
            case "statement", "choose", "sense-check", "elect" -> new Action.Statement();
            case "pay" -> pay(body, form);
            case "change-rules" -> new Action.ChangeRules(changes(body.ref(), form));
            case "join-flood" -> new Action.JoinFlood(flood(form));
            case "fund-flood" -> new Action.FundFlood(flood(form), amount(body, form));
            case "leave-flood" -> new Action.LeaveFlood(flood(form));
            case "allocate" -> new Action.Allocate(bucket(form), amount(body, form));
            case "close-bucket" -> new Action.CloseBucket(bucket(form));
            case "choose-custody" -> new Action.ChooseCustody(ActionReader.custodyMode("mode", form.getFirst("mode")));
            case "name-steward" -> new Action.NameSteward(Fields.id("person", form.getFirst("person")));
            case "end-steward" -> new Action.EndSteward(Fields.id("person", form.getFirst("person")));
            case "admit-member" -> new Action.AdmitMember(Fields.id("person", form.getFirst("person")));
            case "remove-member" -> new Action.RemoveMember(Fields.id("person", form.getFirst("person")));
            case "name-ombud" -> new Action.NameOmbud(Fields.id("person", form.getFirst("person")));
            case "end-ombud" -> new Action.EndOmbud(Fields.id("person", form.getFirst("person")));
            case "choose-legal-form" -> new Action.ChooseLegalForm(Fields.text("form", form.getFirst("form"), 20));
            case "wind-up" -> new Action.WindUp(chosenPayee(form));
            case "admit-pool" -> new Action.FloodAction.AdmitPool(Fields.id("pool", form.getFirst("pool")));
            case "remove-pool" -> new Action.FloodAction.RemovePool(Fields.id("pool", form.getFirst("pool")));
            case "change-compact" -> new Action.FloodAction.ChangeCompact(changes(body.ref(), form));
            case "dissolve" -> new Action.FloodAction.Dissolve();
            case "merge-flood" -> new Action.FloodAction.Merge(flood(form));
            case "take-in-flood" -> new Action.FloodAction.TakeIn(flood(form));
            case "split-flood" -> split(form);
            case "change-share" ->
                new Action.FloodAction.ChangeShare(
                        percent("share", form),
                        percent("rise", form),
                        percent("most", form),
                        "true".equals(form.getFirst("lower")));
            case "pledge" -> pledge(body, form);
            case "end-pledge" -> new Action.EndPledge(Fields.id("pledge", form.getFirst("pledge")));
            case "open-round" -> RoundForm.open(body, form);
            case "end-round" -> RoundForm.end(form);
            default -> throw Fields.invalid("type", "choose one of the list");
        };
    }

    private static Action split(MultivaluedMap<String, String> form) {
        List<UUID> pools = form.getOrDefault("pool", List.of()).stream()
                .limit(MOST_POOLS)
                .map(each -> Fields.id("pool", each))
                .distinct()
                .toList();
        if (pools.isEmpty()) {
            throw Fields.invalid("pool", "choose at least one");
        }
        return new Action.FloodAction.Split(
                Fields.text("name", form.getFirst("name"), 80),
                Fields.text("purpose", form.getFirst("purpose"), 600),
                pools);
    }

    private static Action pay(Bodies.Body body, MultivaluedMap<String, String> form) {
        UUID payee = Fields.id("payee", form.getFirst("payee"));
        Money amount = amount(body, form);
        String purpose = Fields.text("purpose", form.getFirst("purpose"), 200);
        String bucket = Fields.optionalText("bucket", form.getFirst("bucket"), 80);
        return new Action.Pay(payee, amount, purpose, Optional.of(bucket).filter(slug -> !slug.isEmpty()));
    }

    private static Optional<UUID> chosenPayee(MultivaluedMap<String, String> form) {
        String typed = Fields.optionalText("payee", form.getFirst("payee"), 40);
        return typed.isEmpty() ? Optional.empty() : Optional.of(Fields.id("payee", typed));
    }

    private static Action pledge(Bodies.Body body, MultivaluedMap<String, String> form) {
        String typed = Fields.optionalText("share", form.getFirst("share"), 6);
        Money amount = amount(body, form);
        String most = Fields.optionalText("most", form.getFirst("most"), 30);
        if (typed.isEmpty() && !most.isEmpty()) {
            throw Fields.invalid("most", "only with a share of every month");
        }
        if (typed.isEmpty()) {
            return new Action.Pledge(flood(form), amount, 0, Optional.empty());
        }
        int basisPoints = percent("share", form);
        if (basisPoints < 1) {
            throw Fields.invalid("share", "above 0 and at most 100");
        }
        return new Action.Pledge(
                flood(form),
                amount,
                basisPoints,
                most.isEmpty()
                        ? Optional.empty()
                        : Optional.of(MoneyText.read("most", most, Currency.getInstance(body.currency()))));
    }

    /** A number of per cent in basis points. */
    private static int percent(String field, MultivaluedMap<String, String> form) {
        String typed = Fields.text(field, form.getFirst(field), 6);
        if (!typed.matches("[0-9]{1,3}([.][0-9]{1,2})?")) {
            throw Fields.invalid(field, "a number such as 10 or 2.5");
        }
        String[] parts = (typed + (typed.contains(".") ? "00" : ".00")).split("[.]");
        int basisPoints = Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1].substring(0, 2));
        if (basisPoints > 10_000) {
            throw Fields.invalid(field, "at most 100");
        }
        return basisPoints;
    }

    /** Basis points as per cent, for example 2.5. */
    static String share(int basisPoints) {
        int cents = basisPoints % 100;
        String whole = String.valueOf(basisPoints / 100);
        return cents == 0 ? whole : whole + "." + (cents % 10 == 0 ? cents / 10 : (cents < 10 ? "0" : "") + cents);
    }

    private static String bucket(MultivaluedMap<String, String> form) {
        return Fields.text("bucket", form.getFirst("bucket"), 80);
    }

    private static Money amount(Bodies.Body body, MultivaluedMap<String, String> form) {
        Money amount = MoneyText.read("amount", form.getFirst("amount"), Currency.getInstance(body.currency()));
        if (!amount.isPositive()) {
            throw Fields.invalid("amount", "must be above zero");
        }
        return amount;
    }

    private static UUID flood(MultivaluedMap<String, String> form) {
        return Fields.id("flood", form.getFirst("flood"));
    }

    private Map<String, Object> changes(BodyRef body, MultivaluedMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> typed.put(name, values.get(0)));
        Rules rules = bylaws.rules(body.id());
        Map<String, Object> changes = RuleFields.changes(rules, typed);
        if (changes.isEmpty()) {
            String first = RuleFields.PREFIX + rules.lines().get(0).key();
            throw Fields.invalid(first, "change at least one of them");
        }
        return changes;
    }

    /** The fields that say what is done. */
    Map<String, String> typed(BodyRef body, Action action) {
        return action.fold(new Action.Handler<Map<String, String>>(
                statement -> Map.of(),
                pay -> {
                    Map<String, String> typed = new HashMap<>();
                    typed.put("payee", pay.payee().toString());
                    typed.put("amount", MoneyText.plain(pay.amount()));
                    typed.put("purpose", pay.purpose());
                    pay.bucket().ifPresent(bucket -> typed.put("bucket", bucket));
                    return typed;
                },
                change -> rules(body, change.rules()),
                join -> Map.of("flood", join.flood().toString()),
                fund -> Map.of("flood", fund.flood().toString(), "amount", MoneyText.plain(fund.amount())),
                leave -> Map.of("flood", leave.flood().toString()),
                allocate -> Map.of("bucket", allocate.bucket(), "amount", MoneyText.plain(allocate.amount())),
                close -> Map.of("bucket", close.bucket()),
                custody -> Map.of("mode", custody.mode()),
                name -> Map.of("person", name.person().toString()),
                end -> Map.of("person", end.person().toString()),
                admit -> Map.of("person", admit.person().toString()),
                remove -> Map.of("person", remove.person().toString()),
                ombud -> Map.of("person", ombud.person().toString()),
                ended -> Map.of("person", ended.person().toString()),
                stop -> Map.of(),
                legal -> Map.of("form", legal.form()),
                ending -> ending.payee()
                        .map(payee -> Map.of("payee", payee.toString()))
                        .orElse(Map.of()),
                ofFlood -> typed(body, ofFlood),
                pledge -> {
                    Map<String, String> typed = new HashMap<>();
                    typed.put("flood", pledge.flood().toString());
                    typed.put("amount", MoneyText.plain(pledge.amount()));
                    typed.put("share", pledge.isMonthly() ? share(pledge.basisPoints()) : "");
                    pledge.most().ifPresent(most -> typed.put("most", MoneyText.plain(most)));
                    return typed;
                },
                end -> Map.of("pledge", end.pledge().toString()),
                round -> RoundForm.typed(round.order())));
    }

    /** The new values as their fields show them; none when the bylaws no longer know them. */
    private Map<String, String> rules(BodyRef body, Map<String, Object> change) {
        Map<String, String> typed = new HashMap<>();
        try {
            bylaws.rules(body.id()).with(change).lines().stream()
                    .filter(line -> change.containsKey(line.key()))
                    .forEach(line -> typed.put(RuleFields.PREFIX + line.key(), RuleFields.shown(line)));
        } catch (Refused outdated) {
            typed.clear();
        }
        return typed;
    }

    private Map<String, String> typed(BodyRef body, Action.FloodAction action) {
        return action.ofFlood(new Action.FloodAction.Kinds<>(
                admit -> Map.of("pool", admit.pool().toString()),
                remove -> Map.of("pool", remove.pool().toString()),
                change -> rules(body, change.rules()),
                end -> Map.of(),
                merge -> Map.of("flood", merge.into().toString()),
                take -> Map.of("flood", take.flood().toString()),
                split -> Map.of(
                        "name",
                        split.name(),
                        "purpose",
                        split.purpose(),
                        "pool",
                        split.pools().stream().map(UUID::toString).collect(Collectors.joining(","))),
                share -> Map.of(
                        "share", share(share.basisPoints()),
                        "rise", share(share.rise()),
                        "most", share(share.most()),
                        "lower", String.valueOf(share.lower()))));
    }

    /** The rules as fields, with what was typed where a form came back. */
    List<RuleFields.Field> settings(BodyRef body, Map<String, String> typed) {
        return RuleFields.of(bylaws.rules(body.id()), typed);
    }
}
