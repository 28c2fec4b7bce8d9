package coop.pools.founding;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks to be founded.
 *
 * @param name empty: the group's own
 * @param currency ISO 4217; empty: EUR
 * @param legalForm empty: the default form, with nothing filed
 * @param purpose one or a few sentences for the bylaws; empty: a plain one
 * @param rules values that differ from the edition's own, by key; may be empty
 */
public record Wish(
        String source,
        String groupId,
        Optional<String> name,
        Optional<String> currency,
        Optional<String> legalForm,
        Optional<String> purpose,
        Map<String, Object> rules) {
    /** With everything as the group and the edition have it. */
    public static Wish plain(String source, String groupId) {
        return new Wish(
                source, groupId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }
}
