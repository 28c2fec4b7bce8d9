package coop.pools.governance.web;

/**
 * What share of fees and tips the commons of all Pools gets, in basis points.
 *
 * @param basisPoints from the day on which it is carried out
 * @param riseBasisPoints added on every anniversary of the first publishing
 * @param mostBasisPoints what it rises to
 * @param lower whether it may be less at any time than what is published; false when it is missing
 */
public record ShareBody(Integer basisPoints, Integer riseBasisPoints, Integer mostBasisPoints, Boolean lower) {}
