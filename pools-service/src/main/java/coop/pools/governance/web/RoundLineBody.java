package coop.pools.governance.web;

import coop.pools.platform.web.MoneyJson;

/**
 * A bucket in a round, as the API takes it: one that is open, or a candidate that opens with the round.
 *
 * @param bucket the slug of an open bucket; missing for a candidate
 * @param name of a candidate; missing otherwise
 * @param purpose of a candidate; may be missing
 * @param target the most that the round can give it
 * @param minimum the least that is of use to it; missing: the target
 */
public record RoundLineBody(String bucket, String name, String purpose, MoneyJson target, MoneyJson minimum) {}
