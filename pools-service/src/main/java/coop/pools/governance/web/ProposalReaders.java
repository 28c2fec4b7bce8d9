package coop.pools.governance.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.ReadComments;
import coop.pools.governance.ReadCount;
import coop.pools.governance.ReadDelegations;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.ReadStanding;

/** What people read about proposals, grouped for the edge. */
public record ProposalReaders(
        Bodies bodies,
        ReadProposals proposals,
        ReadCount counts,
        ReadStanding standings,
        ReadComments comments,
        ReadDelegations delegations) {}
