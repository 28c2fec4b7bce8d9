package coop.pools.flood.web;

import coop.pools.bylaws.domain.RuleKey;
import coop.pools.flood.FloodView;
import coop.pools.flood.Member;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.PoolInFlood;
import coop.pools.flood.ReadPledges.Pledged;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.Fund;
import coop.pools.governance.web.VoteLine;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.Entry;
import coop.pools.payout.domain.Coming;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.round.domain.Round;
import coop.pools.round.web.RoundLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a Flood's page shows, in words.
 *
 * @param state {@code forming}, {@code active} or {@code dissolved}
 * @param member whether the visitor belongs to one of its Pools now
 * @param joined how many Pools belong to it now
 * @param hasMoney whether it holds any now
 * @param staysWithPools whether money that Pools give from now on stays with them
 * @param kept what of the total is with the Pools, in words; empty for nothing
 * @param stopping whose stopped payouts keep back what they keep for the Flood, with commas; empty for nobody
 * @param mergers those that it has agreed to, and of past ones the one that it ended in
 * @param level the parts of what it holds
 * @param swarm those that belong to it and what flows between them, as a picture
 * @param larger the Floods that it belongs to
 * @param mine the visitor's Pools and Floods that were invited
 * @param couldJoin the visitor's Pools that could ask to join
 * @param pledges open ones first
 * @param stewards who carry out
 */
public record FloodPage(
        UUID id,
        String slug,
        String name,
        String purpose,
        String state,
        boolean member,
        int joined,
        long people,
        String perPerson,
        boolean hasMoney,
        String total,
        boolean staysWithPools,
        String kept,
        boolean allKept,
        String stopping,
        List<MergerLine> mergers,
        List<ComingLine> coming,
        List<LevelPart> level,
        SwarmPicture swarm,
        List<LargerLine> larger,
        List<PlaceLine> pools,
        List<PlaceLine> mine,
        List<OwnPool> couldJoin,
        List<PledgeLine> pledges,
        List<OpenVote> votes,
        List<RoundLine> rounds,
        List<EntryLine> entries,
        StewardLines.Shown stewards,
        String founded) {

    static FloodPage of(FloodView view, Visitor visitor, Latest latest, Instant now) {
        Money total = view.balances().total();
        Money kept = view.pools().stream()
                .map(place -> place.standing().earmarked())
                .reduce(Money.zero(total.currency()), Money::plus);
        boolean ended = view.flood().state() == FloodState.DISSOLVED;
        List<PlaceLine> pools = PlaceLine.all(view.pools(), latest.invitations(), visitor);
        return new FloodPage(
                view.flood().id(),
                view.flood().slug(),
                view.flood().name(),
                view.flood().purpose(),
                view.flood().state().word(),
                view.joined().stream().anyMatch(visitor::belongsTo),
                view.joined().size(),
                view.people(),
                view.perPerson().map(MoneyText::of).orElse(""),
                total.isPositive(),
                MoneyText.of(total),
                view.compact().word(RuleKey.FLOOD_FUNDS).equals(Fund.EARMARK.word()),
                kept.isZero() ? "" : MoneyText.of(kept),
                kept.equals(total),
                String.join(", ", latest.stopping()),
                latest.mergers(),
                latest.coming().stream().map(ComingLine::of).toList(),
                level(view.balances()),
                latest.swarm(),
                view.within().entrySet().stream()
                        .map(entry -> LargerLine.of(entry.getKey(), entry.getValue()))
                        .toList(),
                pools,
                ended ? List.of() : pools.stream().filter(PlaceLine::mine).toList(),
                visitor.couldJoin(view).stream()
                        .filter(pool -> latest.votes().stream()
                                .noneMatch(vote -> vote.where().equals(pool.name())))
                        .map(OwnPool::of)
                        .toList(),
                latest.pledged().stream().map(PledgeLine::of).toList(),
                latest.votes(),
                latest.rounds().stream().map(round -> RoundLine.of(round, now)).toList(),
                latest.entries().stream().map(EntryLine::of).toList(),
                latest.stewards(),
                InstantText.day(view.flood().createdAt()));
    }

    private static List<LevelPart> level(Balances balances) {
        List<LevelPart> parts = new ArrayList<>();
        parts.add(LevelPart.of("Can be spent", "available", balances.available()));
        parts.add(LevelPart.of("In buckets", "bucket", balances.inBuckets()));
        if (balances.earmarked().isPositive()) {
            parts.add(LevelPart.of("Kept for larger Floods", "earmarked", balances.earmarked()));
        }
        parts.add(LevelPart.of("Promised to payments", "reserved", balances.reserved()));
        return parts;
    }

    /**
     * Who looks at it.
     *
     * @param pools theirs, by name; none for a guest
     * @param places the ids of these and of their active Floods
     * @param holdThemselves which of the Pools hold their money on accounts of their own
     */
    record Visitor(List<MemberPool> pools, Set<UUID> places, Set<UUID> holdThemselves) {
        static final Visitor GUEST = new Visitor(List.of(), Set.of(), Set.of());

        boolean belongsTo(PoolInFlood place) {
            return places.contains(place.pool().id());
        }

        /** Pools that nobody has asked yet; those that were asked have their own place on the page. */
        List<MemberPool> couldJoin(FloodView view) {
            boolean asksFirst = view.compact().word(RuleKey.FLOOD_ADMIT).equals("invited");
            if (view.flood().state() != FloodState.ACTIVE || asksFirst) {
                return List.of();
            }
            Set<UUID> asked =
                    view.pools().stream().map(place -> place.pool().id()).collect(Collectors.toSet());
            return pools.stream()
                    .filter(pool -> pool.currency().equals(view.flood().currency()) && !asked.contains(pool.id()))
                    .toList();
        }
    }

    /**
     * What moved last, what is to move again and again, what cannot move now, all of it as a picture, what is being
     * decided, and who carries it out.
     *
     * @param invitations the votes of those that have not decided on joining yet
     */
    record Latest(
            List<OpenVote> votes,
            Map<UUID, OpenVote> invitations,
            List<Entry> entries,
            List<Pledged> pledged,
            SwarmPicture swarm,
            List<Round> rounds,
            List<String> stopping,
            List<MergerLine> mergers,
            StewardLines.Shown stewards,
            List<Coming> coming) {}

    /** Money that a Pool with an account of its own gives, and that has not arrived yet. */
    public record ComingLine(String path, String pool, String amount, boolean sent) {
        static ComingLine of(Coming coming) {
            return new ComingLine(
                    "/payouts/" + coming.payout(),
                    coming.poolName(),
                    MoneyText.of(Money.of(coming.amountMinor(), coming.currency())),
                    coming.sent());
        }
    }

    /** A part of what is held, for the level. */
    public record LevelPart(String label, String kind, long amount, String figure) {
        static LevelPart of(String label, String kind, Money money) {
            return new LevelPart(label, kind, money.minorUnits(), MoneyText.of(money));
        }
    }

    /**
     * Something that the Flood is deciding, or one of its Pools about joining it.
     *
     * @param where the name of the Pool that decides; empty for the Flood itself
     * @param waiting whether the visitor may vote on it now and has not
     * @param voted whether the visitor has a ballot there
     */
    public record OpenVote(VoteLine vote, String where, boolean waiting, boolean voted) {}

    /** A Pool of the visitor's. */
    public record OwnPool(String path, String name) {
        static OwnPool of(MemberPool pool) {
            Member member = Member.of(pool);
            return new OwnPool(member.path(), member.name());
        }
    }

    /** A larger Flood that this one belongs to, with what it has there. */
    public record LargerLine(UUID id, String slug, String name, String since, String stake, String committed) {
        static LargerLine of(Flood larger, PoolInFlood place) {
            return new LargerLine(
                    larger.id(),
                    larger.slug(),
                    larger.name(),
                    place.since().map(InstantText::day).orElse(""),
                    MoneyText.of(place.standing().all().minus(place.committed())),
                    MoneyText.of(place.committed()));
        }
    }

    /** An entry of the book. */
    public record EntryLine(String memo, String day, String amount) {
        static EntryLine of(Entry entry) {
            return new EntryLine(entry.memoText(), InstantText.day(entry.at()), MoneyText.of(entry.amount()));
        }
    }
}
