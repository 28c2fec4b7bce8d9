package coop.pools.flood;

import java.util.List;
import java.util.Map;

/**
 * A Flood as somebody wants to found it.
 *
 * @param name 3 to 80 characters
 * @param purpose 3 to 600 characters
 * @param currency ISO 4217
 * @param pools slugs of Pools; a Pool named twice counts once
 * @param floods slugs of active Floods; with the Pools 2 to 50
 * @param compact rules that differ from the compact's own values, by key; may be empty
 */
public record NewFlood(
        String name,
        String purpose,
        String currency,
        List<String> pools,
        List<String> floods,
        Map<String, Object> compact) {
    /** Of Pools only. */
    public NewFlood(String name, String purpose, String currency, List<String> pools, Map<String, Object> compact) {
        this(name, purpose, currency, pools, List.of(), compact);
    }
}
