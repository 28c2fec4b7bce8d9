package coop.pools.overview;

import coop.pools.bylaws.domain.Rules;
import coop.pools.flood.PoolInFlood;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.ProposalView;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.CostOfAccounting;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Freeze;
import coop.pools.membership.ReadInvitations;
import coop.pools.membership.domain.RosterImport;
import coop.pools.pool.domain.Pool;
import coop.pools.round.domain.Round;
import coop.pools.treasury.ReadUnderWay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a Pool's page shows.
 *
 * @param members how many there are now
 * @param bylawsVersion the version in force
 * @param running proposals with a step still to come, the nearest first, at most twenty
 * @param latest the newest entries of the book, at most five
 * @param floods where the Pool is in or was asked to join
 * @param hearings proposals of these Floods to part from the Pool, still to be decided
 * @param invited people of the imported roster
 * @param stopped why payouts are stopped; empty when they are not
 * @param lacking more than the Pool had was taken back by so much
 * @param heldBy who holds the money, as the bylaws in force say
 * @param cost what moving the money has cost
 * @param recurringMonthly what comes in by itself in an average month
 * @param disputes what disputes that are not decided are about
 * @param state open, winding-up or ended
 * @param owed to those who have left, and not set aside yet
 * @param rounds that have not ended
 * @param roster the latest reading of the group's roster
 */
public record PoolOverview(
        Pool pool,
        Balances balances,
        long members,
        Rules rules,
        int bylawsVersion,
        List<ProposalView> running,
        List<Entry> latest,
        Map<Flood, PoolInFlood> floods,
        List<ProposalView> hearings,
        List<Freeze> stopped,
        Money lacking,
        String heldBy,
        CostOfAccounting cost,
        Money recurringMonthly,
        List<ReadUnderWay.Waiting> disputes,
        ReadInvitations.Counts invited,
        Optional<RosterImport> roster,
        String state,
        Money owed,
        List<Round> rounds) {}
