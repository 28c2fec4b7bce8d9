package coop.pools.governance.web;

import java.util.List;

/**
 * What the list of a body's proposals shows, newest first; {@code next} is the address of older ones.
 *
 * @param drafts the reader's own; nobody else sees them
 */
public record ProposalListPage(BodyLink body, boolean canPropose, List<Item> drafts, List<Item> items, String next) {
    /** A proposal; {@code action} is what it decides, {@code when} the moment that matters, both in words. */
    public record Item(String url, String title, String action, String state, String when) {}
}
