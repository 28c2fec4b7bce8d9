package coop.pools.governance.domain;

import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a proposal could not be opened or carried out: a refusal, kept for all to see.
 *
 * @param code the refusal's public code
 * @param facts what its sentence needs, by name: whole numbers, booleans, words, and amounts as
 *     {@code {amountMinor, currency}}
 */
public record Blocked(String code, Map<String, Object> facts, Instant at) {
    public Blocked {
        facts = Map.copyOf(facts);
    }

    public static Blocked of(Refused reason, Instant at) {
        Map<String, Object> facts = new TreeMap<>();
        reason.facts().forEach((name, fact) -> facts.put(name, keep(fact)));
        return new Blocked(reason.code().name(), facts, at);
    }

    private static Object keep(Object fact) {
        if (fact instanceof Money money) {
            return Map.of(
                    "amountMinor",
                    money.minorUnits(),
                    "currency",
                    money.currency().getCurrencyCode());
        }
        boolean plain = fact instanceof Integer || fact instanceof Long || fact instanceof Boolean;
        return plain ? fact : fact.toString();
    }
}
