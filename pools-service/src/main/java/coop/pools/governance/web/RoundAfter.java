package coop.pools.governance.web;

/**
 * What a round does with money in the end.
 *
 * @param partial accept: a bucket that gets less than it needs keeps that; return, also when it is missing: it goes back
 * @param unspent return: what nobody gave goes back to what is available; nothing else can be said
 */
public record RoundAfter(String partial, String unspent) {}
