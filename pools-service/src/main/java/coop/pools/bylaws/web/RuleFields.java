package coop.pools.bylaws.web;

import coop.pools.bylaws.domain.Edition;
import coop.pools.bylaws.domain.RuleLine;
import coop.pools.bylaws.domain.RuleType;
import coop.pools.bylaws.domain.Rules;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of bylaws as fields of a form: shares in per cent there, in basis points behind it. */
public final class RuleFields {
    /** Before each rule's key in the names of fields. */
    public static final String PREFIX = "rule.";

    private RuleFields() {}

    /** An edition's rules as fields, with what was typed where a form came back. */
    public static List<Field> of(Edition edition, Map<String, String> typed) {
        return of(edition.defaults(), typed);
    }

    /** Rules in force as fields, with what was typed where a form came back. */
    public static List<Field> of(Rules rules, Map<String, String> typed) {
        Map<String, List<Option>> choices = choices(rules);
        return rules.lines().stream()
                .map(line -> new Field(
                        PREFIX + line.key(),
                        line.label(),
                        typed.getOrDefault(PREFIX + line.key(), shown(line)),
                        hint(line),
                        choices.getOrDefault(line.key(), List.of())))
                .toList();
    }

    /**
     * The values that a form sets otherwise than these rules, in the order of the sheet; may be empty.
     *
     * @throws Refused INVALID_FIELD, or RULE_OUT_OF_RANGE with the {@code field}
     */
    public static Map<String, Object> changes(Rules rules, Map<String, String> sent) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (RuleLine line : rules.lines()) {
            String typed = sent.getOrDefault(PREFIX + line.key(), "").strip();
            if (!typed.isEmpty() && !typed.equals(shown(line))) {
                changes.put(line.key(), checked(rules, line, read(line, typed)));
            }
        }
        return changes;
    }

    private static Object checked(Rules rules, RuleLine line, Object value) {
        try {
            rules.with(Map.of(line.key(), value));
            return value;
        } catch (Refused refused) {
            Map<String, Object> facts = new HashMap<>(refused.facts());
            facts.put("field", PREFIX + line.key());
            throw new Refused(refused.code(), facts);
        }
    }

    /** What the rule does and what it may be. */
    public static String hint(RuleLine line) {
        if (!(line.value() instanceof Integer)) {
            return line.says();
        }
        String unit = isShare(line) ? " In per cent." : "";
        String none = line.allowed().startsWith("no limit") ? " Write 0 for no limit." : "";
        return line.says() + " Allowed: " + line.allowed() + "." + unit + none;
    }

    /** The value as its field shows it. */
    public static String shown(RuleLine line) {
        if (!isShare(line)) {
            return String.valueOf(line.value());
        }
        int basisPoints = (Integer) line.value();
        String rest = basisPoints % 100 == 0
                ? ""
                : "." + String.valueOf(100 + basisPoints % 100).substring(1);
        return basisPoints / 100 + rest;
    }

    /**
     * What was typed into a rule's field, as the API has it.
     *
     * @throws Refused INVALID_FIELD
     */
    public static Object read(RuleLine line, String typed) {
        String field = PREFIX + line.key();
        if (isShare(line)) {
            String number = typed.replace(',', '.').replace("%", "").strip();
            if (!number.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
                throw Fields.invalid(field, "per cent, like 50 or 66.67");
            }
            String[] parts = number.split("\\.");
            String hundredths = parts.length == 1 ? "00" : (parts[1] + "0").substring(0, 2);
            return Integer.parseInt(parts[0]) * 100 + Integer.parseInt(hundredths);
        }
        if (line.value() instanceof Integer) {
            if (!typed.matches("[0-9]{1,7}")) {
                throw Fields.invalid(field, "a whole number");
            }
            return Integer.parseInt(typed);
        }
        return Fields.text(field, typed, 100);
    }

    private static boolean isShare(RuleLine line) {
        return line.value() instanceof Integer && line.inWords().contains("%");
    }

    private static Map<String, List<Option>> choices(Rules rules) {
        Map<String, List<Option>> choices = new HashMap<>();
        rules.specs().forEach(spec -> {
            if (spec.type() instanceof RuleType.Choice choice) {
                List<Option> options = new TreeMap<>(choice.inWords())
                        .entrySet().stream()
                                .map(entry -> new Option(entry.getKey(), entry.getValue()))
                                .toList();
                choices.put(spec.key().word(), options);
            }
        });
        return choices;
    }

    /** A rule as a field. @param options what can be chosen; empty for a number */
    public record Field(String name, String label, String value, String hint, List<Option> options) {}

    /** A value to choose. */
    public record Option(String value, String label) {}
}
