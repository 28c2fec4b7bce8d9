package coop.pools.flood.web;

import coop.pools.flood.PoolInFlood;
import coop.pools.flood.domain.Stay;
import coop.pools.flood.web.FloodPage.OpenVote;
import coop.pools.flood.web.FloodPage.Visitor;
import coop.pools.governance.web.VoteLine;
import coop.pools.kernel.Money;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A Pool or Flood that was invited, as the page of the Flood shows it. Amounts that are nothing are empty, but for the
 * stake.
 *
 * @param path of its page
 * @param mine whether the visitor belongs to it
 * @param holdsItself whether it is a Pool with an account of its own
 * @param place {@code invited}, {@code declined}, {@code joined}, {@code left} or {@code parted}
 * @param since the day it joined or left; empty while neither has happened
 * @param inLarger its part of what the Flood has in larger ones
 * @param kept how much of stake, buckets and commitments it keeps itself
 * @param share of all that is in the Flood; empty when there is nothing
 * @param joining the vote by which it joined, or is asked to
 * @param leaving the vote by which it has left, its own or that of the others; empty while it has not
 * @param voteState its state while it is not decided; otherwise empty
 * @param voteWhen what happens to it next; empty with the state
 * @param waiting whether the visitor may vote on it now and has not
 * @param voted whether the visitor has
 */
public record PlaceLine(
        String path,
        boolean flood,
        boolean mine,
        boolean holdsItself,
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
        UUID joining,
        String leaving,
        String voteState,
        String voteWhen,
        boolean waiting,
        boolean voted) {
    static List<PlaceLine> all(List<PoolInFlood> places, Map<UUID, OpenVote> invitations, Visitor visitor) {
        List<Long> shares = PoolInFlood.shares(places, 1000);
        return IntStream.range(0, places.size())
                .mapToObj(i -> of(
                        places.get(i),
                        shares.get(i),
                        visitor,
                        Optional.ofNullable(invitations.get(places.get(i).invitation()))))
                .toList();
    }

    private static PlaceLine of(PoolInFlood place, long share, Visitor visitor, Optional<OpenVote> vote) {
        return new PlaceLine(
                place.pool().path(),
                place.pool().isFlood(),
                visitor.belongsTo(place),
                visitor.holdThemselves().contains(place.pool().id()),
                place.pool().slug(),
                place.pool().name(),
                place.place().shown(),
                place.since().map(InstantText::day).orElse(""),
                MoneyText.of(place.stake()),
                words(place.standing().inBuckets()),
                words(place.committed()),
                words(place.standing().inLarger()),
                words(place.standing().earmarked()),
                place.standing().all().isPositive() ? share / 10 + "." + share % 10 + "%" : "",
                place.joinedBy(),
                place.stay().flatMap(Stay::leftBy).map(UUID::toString).orElse(""),
                vote.map(OpenVote::vote).map(VoteLine::state).orElse(""),
                vote.map(OpenVote::vote).map(VoteLine::when).orElse(""),
                vote.filter(OpenVote::waiting).isPresent(),
                vote.filter(OpenVote::voted).isPresent());
    }

    private static String words(Money money) {
        return money.isPositive() ? MoneyText.of(money) : "";
    }
}
