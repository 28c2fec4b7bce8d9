package coop.pools.governance.web;

import coop.pools.governance.CastBallot;
import coop.pools.governance.CommentOnProposal;
import coop.pools.governance.Propose;
import coop.pools.governance.WithdrawBallot;
import coop.pools.governance.WithdrawProposal;

/** What people do with proposals, grouped for the edge. */
public record ProposalActs(
        Propose propose,
        WithdrawProposal withdraw,
        CastBallot castBallot,
        WithdrawBallot withdrawBallot,
        CommentOnProposal comment,
        PreparationActs preparation) {}
