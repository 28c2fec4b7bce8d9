package coop.pools.bylaws.domain;

/** One rule whose value differs between two versions: the same rule before and after. */
public record RuleChange(RuleLine before, RuleLine after) {}
