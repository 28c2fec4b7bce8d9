package coop.pools.governance.web;

import coop.pools.governance.DiscardDraft;
import coop.pools.governance.EditProposal;
import coop.pools.governance.PublishDraft;
import coop.pools.governance.ReadPreparation;
import coop.pools.governance.SaveDraft;
import coop.pools.governance.SponsorProposal;

/** What people do before a vote opens, and what they read of it, grouped for the edge. */
public record PreparationActs(
        SaveDraft save,
        PublishDraft publish,
        EditProposal edit,
        DiscardDraft discard,
        SponsorProposal sponsor,
        ReadPreparation read) {}
