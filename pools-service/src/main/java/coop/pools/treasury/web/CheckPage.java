package coop.pools.treasury.web;

import java.util.List;
import java.util.Map;

/**
 * What somebody is about to pay, to be looked at once more.
 *
 * @param body the Pool, or the first of several
 * @param charged what the card is charged
 * @param fee the fee to expect
 * @param reaches what is expected to be left of it
 * @param parts of a payment for several Pools, in the giver's order; empty for one
 * @param action where to send the form again
 * @param fields what to send
 */
public record CheckPage(
        BodyPlace body,
        String charged,
        String fee,
        String reaches,
        List<Part> parts,
        String action,
        Map<String, String> fields) {
    static final String TEMPLATE = "/templates/treasury/check.ftlh";

    /** One Pool's part of what is expected to be left after the fee. */
    public record Part(String pool, String amount) {}
}
