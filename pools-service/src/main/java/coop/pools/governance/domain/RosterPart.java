package coop.pools.governance.domain;

import java.util.UUID;

/**
 * One Pool's share of an electorate: its members as of one version of its roster. Each joining or leaving raises the
 * version, so a part names the same people for ever without copying them.
 */
public record RosterPart(UUID pool, long rosterVersion) {}
