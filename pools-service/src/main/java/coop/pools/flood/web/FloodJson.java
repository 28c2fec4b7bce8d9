package coop.pools.flood.web;

import coop.pools.flood.FloodView;
import coop.pools.flood.PoolInFlood;
import coop.pools.flood.ReadPledges.Pledged;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.ProposalView;
import coop.pools.governance.web.OpenVoteJson;
import coop.pools.kernel.Money;
import coop.pools.ledger.web.BalancesJson;
import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A Flood in the API.
 *
 * @param pools everyone that was invited, those that belong to it first
 * @param floods the same for Floods that were invited to belong to this one
 * @param parents the larger Floods that it belongs to, with what it has there
 * @param people the distinct people of the Pools that belong to it now, at all levels
 * @param compact the rules in force, by key
 * @param state {@code forming}, {@code active} or {@code dissolved}
 * @param proposals the votes on joining that its founding opened, one in each Pool
 * @param openVotes its own proposals with a step still to come
 * @param stewards who carry out what it decides
 * @param commons whether every Pool belongs to it by itself, without a stake; then {@code pools} is empty
 */
public record FloodJson(
        UUID id,
        String slug,
        String name,
        String purpose,
        String currency,
        BalancesJson balances,
        List<FloodPool> pools,
        List<FloodPool> floods,
        List<FloodPool> parents,
        long people,
        Map<String, Object> compact,
        String state,
        List<JoinVote> proposals,
        List<OpenVoteJson> openVotes,
        boolean commons,
        StewardLines.StewardsJson stewards,
        Instant createdAt) {

    static FloodJson of(
            FloodView view, List<ProposalView> running, List<Pledged> pledged, StewardLines.StewardsJson stewards) {
        return new FloodJson(
                view.flood().id(),
                view.flood().slug(),
                view.flood().name(),
                view.flood().purpose(),
                view.flood().currency(),
                BalancesJson.of(view.balances()),
                FloodPool.all(view.pools(), pledged, false),
                FloodPool.all(view.pools(), pledged, true),
                view.within().entrySet().stream()
                        .map(entry -> FloodPool.ofLarger(entry.getKey(), entry.getValue()))
                        .toList(),
                view.people(),
                view.compact().asMap(),
                view.flood().state().word(),
                view.pools().stream()
                        .map(place -> new JoinVote(place.pool().slug(), place.invitation()))
                        .toList(),
                running.stream().map(OpenVoteJson::of).toList(),
                view.flood().commons(),
                stewards,
                view.flood().createdAt());
    }

    /**
     * One Pool in the Flood.
     *
     * @param stake what is left of what it gave, free to be spent for anything
     * @param committed its part of payments on their way
     * @param inBuckets its part of the Flood's buckets
     * @param inLarger its part of what the Flood has in larger ones and is not promised there
     * @param earmarked how much of what is in this Flood itself it keeps in its own custody
     * @param pledged the most that its open pledges take next
     * @param shareBasisPoints of all that is in the Flood; those of all Pools add up to 10,000 or are all 0
     * @param state {@code invited}, {@code declined}, {@code joined} or {@code left}
     */
    public record FloodPool(
            String slug,
            String name,
            MoneyJson stake,
            MoneyJson committed,
            MoneyJson inBuckets,
            MoneyJson inLarger,
            MoneyJson earmarked,
            MoneyJson pledged,
            long shareBasisPoints,
            String state) {
        static FloodPool of(PoolInFlood place, Money pledged, long share) {
            return of(place.pool().slug(), place.pool().name(), place, pledged, share);
        }

        /** What a Flood has in a larger one, by the name of the larger one. */
        static FloodPool ofLarger(Flood larger, PoolInFlood place) {
            return of(
                    larger.slug(),
                    larger.name(),
                    place,
                    Money.zero(place.stake().currency()),
                    0);
        }

        private static FloodPool of(String slug, String name, PoolInFlood place, Money pledged, long share) {
            return new FloodPool(
                    slug,
                    name,
                    MoneyJson.of(place.stake()),
                    MoneyJson.of(place.committed()),
                    MoneyJson.of(place.standing().inBuckets()),
                    MoneyJson.of(place.standing().inLarger()),
                    MoneyJson.of(place.standing().earmarked()),
                    MoneyJson.of(pledged),
                    share,
                    place.place().word());
        }

        private static Money next(PoolInFlood place, List<Pledged> pledged) {
            return pledged.stream()
                    .filter(one -> one.pledge().pool().equals(place.pool().id()))
                    .map(one -> one.pledge().atMostNext())
                    .reduce(Money.zero(place.stake().currency()), Money::plus);
        }

        static List<FloodPool> all(List<PoolInFlood> places, List<Pledged> pledged, boolean floods) {
            List<Long> shares = PoolInFlood.shares(places, 10_000);
            return IntStream.range(0, places.size())
                    .filter(i -> places.get(i).pool().isFlood() == floods)
                    .mapToObj(i -> of(places.get(i), next(places.get(i), pledged), shares.get(i)))
                    .toList();
        }
    }

    /** A Pool's vote on joining. */
    public record JoinVote(String pool, UUID id) {}
}
