package coop.pools.flood.web;

import coop.pools.flood.FloodView;
import coop.pools.flood.PoolInFlood;
import coop.pools.flood.ReadPledges.Pledged;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.governance.ProposalView;
import coop.pools.governance.web.VoteLine;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import coop.pools.ledger.domain.Entry;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.round.domain.Round;
import coop.pools.round.web.RoundLine;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a Flood's page shows, in words.
 *
 * @param state {@code forming}, {@code active} or {@code dissolved}
 * @param member whether the visitor belongs to one of its Pools now
 * @param joined how many Pools belong to it now
 * @param kept what of the total is with the Pools, in words; empty for nothing
 * @param stopping whose stopped payouts keep back what they keep for the Flood, with commas; empty for nobody
 * @param level the parts of what it holds
 * @param stakes of the Pools that belong to it
 * @param swarm they and what flows between them, as a picture
 * @param larger the Floods that it belongs to
 * @param mine the visitor's Pools and Floods that were invited
 * @param pledges open ones first
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
        String total,
        String kept,
        boolean allKept,
        String stopping,
        List<LevelPart> level,
        List<StakeBar> stakes,
        SwarmPicture swarm,
        List<LargerLine> larger,
        List<PoolLine> pools,
        List<PoolLine> mine,
        List<PledgeLine> pledges,
        List<VoteLine> votes,
        List<RoundLine> rounds,
        List<EntryLine> entries,
        String founded) {

    static FloodPage of(FloodView view, Set<UUID> mineIds, List<ProposalView> running, Latest latest, Instant now) {
        Money total = view.balances().total();
        Money kept = view.pools().stream()
                .map(place -> place.standing().earmarked())
                .reduce(Money.zero(total.currency()), Money::plus);
        List<PoolInFlood> mine = view.pools().stream()
                .filter(place -> mineIds.contains(place.pool().id()))
                .toList();
        return new FloodPage(
                view.flood().id(),
                view.flood().slug(),
                view.flood().name(),
                view.flood().purpose(),
                view.flood().state().word(),
                mine.stream().anyMatch(PoolInFlood::isJoined),
                view.joined().size(),
                view.people(),
                view.perPerson().map(MoneyText::of).orElse(""),
                MoneyText.of(total),
                kept.isZero() ? "" : MoneyText.of(kept),
                kept.equals(total),
                String.join(", ", latest.stopping()),
                List.of(
                        LevelPart.of(
                                "Can be spent", "available", view.balances().available()),
                        LevelPart.of("In buckets", "bucket", view.balances().inBuckets()),
                        LevelPart.of(
                                "Promised to payments",
                                "reserved",
                                view.balances().reserved())),
                StakeBar.all(view.joined()),
                latest.swarm(),
                view.within().entrySet().stream()
                        .map(entry -> LargerLine.of(entry.getKey(), entry.getValue()))
                        .toList(),
                PoolLine.all(view.pools()),
                view.flood().state() == FloodState.DISSOLVED ? List.of() : PoolLine.all(mine),
                latest.pledged().stream().map(PledgeLine::of).toList(),
                running.stream().map(vote -> VoteLine.of(vote, now)).toList(),
                latest.rounds().stream().map(round -> RoundLine.of(round, now)).toList(),
                latest.entries().stream().map(EntryLine::of).toList(),
                InstantText.day(view.flood().createdAt()));
    }

    /** What moved last, what is to move again and again, what cannot move now, and all of it as a picture. */
    record Latest(
            List<Entry> entries,
            List<Pledged> pledged,
            SwarmPicture swarm,
            List<Round> rounds,
            List<String> stopping) {}

    /** A part of what is held, for the level. */
    public record LevelPart(String label, String kind, long amount, String figure) {
        static LevelPart of(String label, String kind, Money money) {
            return new LevelPart(label, kind, money.minorUnits(), MoneyText.of(money));
        }
    }

    /** A Pool's stake beside all stakes together, in the smallest unit. */
    public record StakeBar(String slug, String name, long stake, long all, String words) {
        static List<StakeBar> all(List<PoolInFlood> joined) {
            List<Long> stakes =
                    joined.stream().map(place -> place.stake().minorUnits()).toList();
            long all = stakes.stream().mapToLong(Long::longValue).sum();
            List<Long> percents = all == 0
                    ? List.of()
                    : percents(stakes, joined.get(0).stake().currency());
            return IntStream.range(0, joined.size())
                    .mapToObj(place ->
                            of(joined.get(place), all, all == 0 ? "" : ", " + percents.get(place) + "% of all stakes"))
                    .toList();
        }

        /** Whole percent that add up to 100, by the method that divides costs too. */
        private static List<Long> percents(List<Long> stakes, Currency currency) {
            return MoneySplit.byWeights(new Money(100, currency), stakes).stream()
                    .map(Money::minorUnits)
                    .toList();
        }

        private static StakeBar of(PoolInFlood place, long all, String share) {
            return new StakeBar(
                    place.pool().slug(),
                    place.pool().name(),
                    place.stake().minorUnits(),
                    all,
                    MoneyText.of(place.stake()) + share);
        }
    }

    /**
     * A Pool or Flood that was invited.
     *
     * @param path of its page
     * @param inLarger its part of what the Flood has in larger ones; empty for nothing
     * @param place {@code invited}, {@code declined}, {@code joined} or {@code left}
     * @param since the day it joined or left; empty while neither has happened
     * @param kept how much of stake, buckets and commitments it keeps itself
     * @param share of all that is in the Flood
     * @param invitation the vote on joining that the founding opened
     */
    public record PoolLine(
            String path,
            boolean flood,
            String slug,
            String name,
            String place,
            String since,
            String stake,
            String inBuckets,
            String committed,
            String inLarger,
            String kept,
            String share,
            UUID invitation) {
        static List<PoolLine> all(List<PoolInFlood> places) {
            List<Long> shares = PoolInFlood.shares(places, 1000);
            return IntStream.range(0, places.size())
                    .mapToObj(i -> of(places.get(i), shares.get(i)))
                    .toList();
        }

        private static PoolLine of(PoolInFlood place, long share) {
            return new PoolLine(
                    place.pool().path(),
                    place.pool().isFlood(),
                    place.pool().slug(),
                    place.pool().name(),
                    place.place().word(),
                    place.since().map(InstantText::day).orElse(""),
                    MoneyText.of(place.stake()),
                    MoneyText.of(place.standing().inBuckets()),
                    MoneyText.of(place.committed()),
                    place.standing().inLarger().isPositive()
                            ? MoneyText.of(place.standing().inLarger())
                            : "",
                    MoneyText.of(place.standing().earmarked()),
                    share / 10 + "." + share % 10 + "%",
                    place.invitation());
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
