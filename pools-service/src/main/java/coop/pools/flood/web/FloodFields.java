package coop.pools.flood.web;

import coop.pools.platform.web.Fields;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Reads the fields of a Flood to found; every refusal is INVALID_FIELD and names the field. */
final class FloodFields {
    private static final int MOST_POOLS = 50;
    private static final int MOST_RULES = 50;
    private static final int LONGEST_SLUG = 80;

    private FloodFields() {}

    static String name(String sent) {
        return Fields.text("name", sent, 80);
    }

    static String purpose(String sent) {
        return Fields.text("purpose", sent, 600);
    }

    /** An ISO 4217 code of money that is paid with: metals and test codes have no smallest unit. */
    static String currency(String sent) {
        String code = Fields.required("currency", sent);
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency ->
                        currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0);
        if (!known) {
            throw Fields.invalid("currency", "an ISO 4217 code such as EUR");
        }
        return code;
    }

    static List<String> pools(List<String> sent) {
        List<String> pools = Fields.required("pools", sent);
        if (pools.size() > MOST_POOLS) {
            throw Fields.invalid("pools", "at most " + MOST_POOLS + " Pools");
        }
        return pools.stream()
                .map(slug -> Fields.text("pools", slug, LONGEST_SLUG))
                .toList();
    }

    static List<String> floods(List<String> sent) {
        if (sent.size() > MOST_POOLS) {
            throw Fields.invalid("floods", "at most " + MOST_POOLS + " Floods");
        }
        return sent.stream()
                .map(slug -> Fields.text("floods", slug, LONGEST_SLUG))
                .toList();
    }

    static Map<String, Object> compact(Map<String, Object> sent) {
        if (sent == null) {
            return Map.of();
        }
        boolean readable = sent.size() <= MOST_RULES
                && sent.entrySet().stream()
                        .allMatch(rule -> rule.getKey().length() <= 100
                                && (rule.getValue() instanceof Integer || isWord(rule.getValue())));
        if (!readable) {
            throw Fields.invalid("compact", "rules by key, with whole numbers or words");
        }
        return sent;
    }

    private static boolean isWord(Object value) {
        return value instanceof String text && text.length() <= 100;
    }
}
