package coop.pools.overview.web;

import coop.pools.flood.PoolInFlood;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.ProposalView;
import coop.pools.governance.web.VoteLine;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.CostOfAccounting;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.web.FreezeLine;
import coop.pools.membership.domain.ImportState;
import coop.pools.overview.PoolOverview;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.reconciliation.web.ReconciledLine;
import coop.pools.round.web.RoundLine;
import coop.pools.treasury.ReadUnderWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a Pool's page shows, in words.
 *
 * @param member whether the visitor is one
 * @param invited whether an invitation waits for the visitor
 * @param stopped why payouts are stopped; empty when they are not
 * @param lacking more than the Pool had was taken back by so much; empty for nothing
 * @param state open, winding-up or ended
 * @param heldBy fits behind "held by"
 * @param cost what moving the money has cost
 * @param recurring what comes in by itself each month; empty for nothing
 * @param disputed what is in dispute; empty for nothing
 * @param reconciled how the books and the card processor agree
 * @param level the parts of what the Pool holds
 * @param hearings what Floods are deciding about parting from it
 * @param unread people of the roster that are still being read; 0 when all are in
 */
public record PoolPage(
        String slug,
        String name,
        String form,
        boolean member,
        boolean invited,
        long members,
        long peopleInvited,
        long unread,
        List<FreezeLine> stopped,
        String lacking,
        String heldBy,
        Cost cost,
        String recurring,
        String disputed,
        ReconciledLine reconciled,
        String total,
        List<LevelPart> level,
        List<VoteLine> votes,
        List<RoundLine> rounds,
        List<EntryLine> entries,
        List<FloodLine> floods,
        List<Hearing> hearings,
        int bylawsVersion,
        String founded,
        String state,
        String owed) {

    static PoolPage of(PoolOverview overview, boolean member, boolean invited, ReconciledLine reconciled, Instant now) {
        Money total = overview.balances().total();
        return new PoolPage(
                overview.pool().slug(),
                overview.pool().name(),
                overview.pool().legalForm().equals("una") ? "Working agreement" : "Delaware LLC (draft)",
                member,
                invited,
                overview.members(),
                overview.invited().open(),
                overview.roster()
                        .map(roster -> roster.state() != ImportState.RUNNING
                                ? 0L
                                : (long) roster.total().orElse(0) - roster.readCount())
                        .orElse(0L),
                FreezeLine.of(overview.stopped()),
                overview.lacking().isPositive() ? MoneyText.of(overview.lacking()) : "",
                overview.heldBy(),
                Cost.of(overview.cost()),
                overview.recurringMonthly().isPositive() ? MoneyText.of(overview.recurringMonthly()) : "",
                disputed(overview),
                reconciled,
                MoneyText.of(total),
                level(overview.balances()),
                overview.running().stream().map(view -> VoteLine.of(view, now)).toList(),
                overview.rounds().stream()
                        .map(round -> RoundLine.of(round, now))
                        .toList(),
                overview.latest().stream().map(EntryLine::of).toList(),
                overview.floods().entrySet().stream()
                        .map(entry -> FloodLine.of(entry.getKey(), entry.getValue()))
                        .toList(),
                overview.hearings().stream()
                        .map(view -> Hearing.of(view, overview.floods().keySet()))
                        .toList(),
                overview.bylawsVersion(),
                InstantText.day(overview.pool().createdAt()),
                overview.state(),
                overview.owed().isPositive() ? MoneyText.of(overview.owed()) : "");
    }

    private static List<LevelPart> level(Balances balances) {
        List<LevelPart> parts = new ArrayList<>();
        parts.add(LevelPart.of("Can be spent", "available", balances.available()));
        parts.add(LevelPart.of("In buckets", "bucket", balances.inBuckets()));
        if (balances.earmarked().isPositive()) {
            parts.add(LevelPart.of("Kept for Floods", "earmarked", balances.earmarked()));
        }
        parts.add(LevelPart.of("Promised to payments", "reserved", balances.reserved()));
        parts.add(LevelPart.of("On its way in", "pending", balances.pending()));
        return parts;
    }

    private static String disputed(PoolOverview overview) {
        return overview.disputes().stream()
                .map(ReadUnderWay.Waiting::amount)
                .reduce(Money::plus)
                .map(MoneyText::of)
                .orElse("");
    }

    /** A part of what is held, for the level. */
    public record LevelPart(String label, String kind, long amount, String figure) {
        static LevelPart of(String label, String kind, Money money) {
            return new LevelPart(label, kind, money.minorUnits(), MoneyText.of(money));
        }
    }

    /** An entry of the book. */
    public record EntryLine(String memo, String day, String amount) {
        static EntryLine of(Entry entry) {
            return new EntryLine(entry.memoText(), InstantText.day(entry.at()), MoneyText.of(entry.amount()));
        }
    }

    /**
     * A Flood that the Pool is in, or was.
     *
     * @param stake what we have free there; empty where we do not belong to it
     * @param committed our part of its payments on their way; empty for nothing
     * @param invitation the vote on joining that somebody opened with us
     * @param above our part of what it has in larger Floods
     */
    public record FloodLine(
            String slug,
            String name,
            String place,
            String stake,
            String committed,
            UUID invitation,
            List<AboveLine> above) {
        static FloodLine of(Flood flood, PoolInFlood ours) {
            return new FloodLine(
                    flood.slug(),
                    flood.name(),
                    ours.place().shown(),
                    ours.isJoined() ? MoneyText.of(ours.stake()) : "",
                    ours.committed().isPositive() ? MoneyText.of(ours.committed()) : "",
                    ours.invitation(),
                    ours.above().stream()
                            .map(above -> new AboveLine(
                                    above.flood().slug(), above.flood().name(), MoneyText.of(above.part())))
                            .toList());
        }
    }

    /** A Flood's proposal to part from us, which we can answer. */
    public record Hearing(UUID proposal, String flood) {
        static Hearing of(ProposalView view, Set<Flood> floods) {
            return new Hearing(
                    view.proposal().id(),
                    floods.stream()
                            .filter(flood ->
                                    flood.id().equals(view.proposal().body().id()))
                            .map(Flood::name)
                            .findFirst()
                            .orElse("A Flood"));
        }
    }

    /** Our part of what a Flood of ours has in a larger one. */
    public record AboveLine(String slug, String name, String part) {}

    /** Fees, what was moved, and the share of it; {@code share} is empty while nothing has moved. */
    public record Cost(String fees, String moved, String share) {
        static Cost of(CostOfAccounting cost) {
            long points = cost.basisPoints();
            String share = points / 100 + "." + (points % 100 < 10 ? "0" : "") + points % 100 + " %";
            return new Cost(
                    MoneyText.of(cost.fees()),
                    MoneyText.of(cost.moved()),
                    cost.moved().isPositive() ? share : "");
        }
    }
}
