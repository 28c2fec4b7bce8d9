package coop.pools.flood;

import coop.pools.flood.RequestStore.Merger;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Stay;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what those took along who have left a Flood by a vote, as its book tells it. Public, as the book is. */
public final class ReadHomecoming {
    /** Of one Flood, on its page. */
    private static final int MOST_MERGERS = 10;

    private final FloodStore floods;
    private final RequestStore requests;
    private final Members members;
    private final Ledger ledger;

    public ReadHomecoming(FloodStore floods, RequestStore requests, Members members, Ledger ledger) {
        this.floods = floods;
        this.requests = requests;
        this.members = members;
        this.ledger = ledger;
    }

    /** @param amount zero or more */
    public record Took(String name, Money amount) {}

    /** By name; empty for a vote that has brought nobody out of a Flood, or not yet. */
    public List<Took> of(UUID vote, BodyRef body, Action action) {
        if (action instanceof Action.LeaveFlood leave) {
            return took(vote, leave.flood());
        }
        if (action instanceof Action.FloodAction.TakeIn take) {
            return requests.merger(take.flood(), body.id())
                    .filter(merger -> merger.takeProposal().filter(vote::equals).isPresent())
                    .flatMap(Merger::mergeProposal)
                    .map(merging -> took(merging, take.flood()))
                    .orElse(List.of());
        }
        return body.kind() == BodyRef.Kind.FLOOD && action instanceof Action.FloodAction
                ? took(vote, body.id())
                : List.of();
    }

    private List<Took> took(UUID vote, UUID id) {
        List<UUID> left = floods.stays(id).stream()
                .filter(stay -> stay.leftBy().filter(vote::equals).isPresent())
                .map(Stay::pool)
                .toList();
        if (left.isEmpty()) {
            return List.of();
        }
        Flood flood = floods.find(id).orElseThrow();
        Map<UUID, Member> found = members.byIds(left);
        return left.stream()
                .map(found::get)
                .map(member -> new Took(member.name(), home(vote, flood, member)))
                .sorted(Comparator.comparing(Took::name))
                .toList();
    }

    /** What went out of the member's accounts in the Flood's book. */
    private Money home(UUID vote, Flood flood, Member member) {
        return ledger.entriesOf(flood.id(), FloodBooks.LEFT, Parting.causeOf(vote, flood.id(), member.id())).stream()
                .filter(entry -> entry.debit().startsWith("equity:")
                        && entry.debit().endsWith(":" + member.key())
                        && entry.credit().startsWith("assets:"))
                .map(Entry::amount)
                .reduce(Money.zero(ledger.currency(flood.id())), Money::plus);
    }

    /** Whether one Flood has become one with another, or wants to. */
    public record Merging(Flood other, boolean ends, Optional<UUID> ours, Optional<UUID> theirs, boolean done) {}

    /** The merger by which it has ended, and some that it has agreed to and others have not yet. */
    public List<Merging> mergers(Flood flood) {
        List<RequestStore.Between> all = requests.mergersOf(flood.id(), MOST_MERGERS);
        if (all.isEmpty()) {
            return List.of();
        }
        UUID[] ids = all.stream()
                .map(one -> one.from().equals(flood.id()) ? one.into() : one.from())
                .distinct()
                .toArray(UUID[]::new);
        Map<UUID, Flood> others = floods.byIds(ids).stream().collect(Collectors.toMap(Flood::id, other -> other));
        return all.stream()
                .map(one -> {
                    boolean ends = one.from().equals(flood.id());
                    return new Merging(
                            others.get(ends ? one.into() : one.from()),
                            ends,
                            ends ? one.mergeProposal() : one.takeProposal(),
                            ends ? one.takeProposal() : one.mergeProposal(),
                            one.doneAt().isPresent());
                })
                .toList();
    }
}
