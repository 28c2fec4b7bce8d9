package coop.pools.bylaws.domain;

/**
 * Which published text: the form ({@code una}, {@code de_llc}, {@code contract}) and its edition ({@code v1}). A
 * published edition is never edited; a better one gets the next number.
 */
public record EditionId(String form, String edition) {}
