package coop.pools.governance.web;

import coop.pools.governance.ActionSubjects.Link;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where what a vote did can be seen, now that it is carried out. */
final class DeedLinks {
    private DeedLinks() {}

    /**
     * Each page once.
     *
     * @param decided what was carried out
     * @param version of the body's rules that it made
     * @param member whether a member reads it
     */
    static List<Link> of(List<Action> decided, Bodies.Body body, Optional<Integer> version, boolean member) {
        boolean pool = body.ref().kind() == BodyRef.Kind.POOL;
        String base = BodyLink.of(body).url();
        Stream<Link> rules = version.stream()
                .map(made -> pool
                        ? new Link("It stands here", "Version " + made + " of the bylaws", base + "/bylaws/" + made)
                        : new Link("It stands here", "The compact", base + "/compact"));
        Stream<Link> others = decided.stream().flatMap(action -> of(action, base, pool, member).stream());
        return Stream.concat(rules, others).distinct().toList();
    }

    private static Optional<Link> of(Action action, String base, boolean pool, boolean member) {
        return switch (action.type()) {
            case "pay", "fund-flood" ->
                Optional.of(new Link("The book", "Its entries link this vote", base + "/ledger"));
            case "allocate", "close-bucket" ->
                Optional.of(new Link("It is here now", "The buckets and what is in them", base + "/buckets"));
            case "choose-custody", "name-steward", "end-steward" ->
                Optional.of(
                        pool
                                ? new Link("It is here now", "The stewards, and who holds the money", base + "/custody")
                                : new Link("It is here now", "The stewards of the Flood", base + "#stewards"));
            case "admit-member", "remove-member" ->
                Optional.of(new Link("It is here now", "The members", base + "/members"))
                        .filter(link -> member);
            default -> Optional.empty();
        };
    }
}
