package coop.pools.overview;

import coop.pools.membership.ReadImports;
import coop.pools.membership.ReadInvitations;
import coop.pools.membership.ReadMembers;
import coop.pools.pool.ReadPools;

/** The readers that say which Pools there are and who belongs to them. */
public record Directory(ReadPools pools, ReadMembers members, ReadInvitations invitations, ReadImports imports) {}
