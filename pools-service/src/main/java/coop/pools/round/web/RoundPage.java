package coop.pools.round.web;

import coop.pools.kernel.Money;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.round.RoundView;
import coop.pools.round.domain.Allocation;
import coop.pools.round.domain.Round;
import coop.pools.treasury.web.BodyPlace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a round's page shows; amounts are for people.
 *
 * @param state opening, open, closing, funded or returned
 * @param by the address of the vote that ended it before its time; may be empty
 * @param keeps whether a bucket that gets too little keeps it
 * @param cut what was in the pot at the end, where that was less than was set aside
 * @param can whether the reader can give now
 */
public record RoundPage(
        String id,
        BodyPlace body,
        String name,
        String state,
        String proposal,
        String by,
        Amounts amounts,
        long people,
        Moment opens,
        Moment closes,
        boolean keeps,
        String cut,
        boolean can,
        boolean member,
        List<Line> lines,
        List<Giver> givers) {
    /** A moment, as a machine and as people read it. */
    public record Moment(String iso, String text) {}

    /**
     * The sums.
     *
     * @param sign what stands before the digits of an amount
     * @param share of each person, and in decimals
     * @param given by the reader; {@code left} what they still have; both empty for others
     */
    public record Amounts(
            String currency,
            String sign,
            String pot,
            String share,
            String sharePlain,
            String allocated,
            long allocatedMinor,
            long potMinor,
            String funded,
            String returned,
            String given,
            String left) {}

    /**
     * A bucket.
     *
     * @param mark where what it needs stands on the way to the target, in per cent; -1 where that is the target
     * @param typed what the reader gives, as the form's field has it
     * @param most that the reader can give, and in decimals
     */
    public record Line(
            String slug,
            String name,
            String purpose,
            boolean candidate,
            String target,
            String minimum,
            String allocated,
            long allocatedMinor,
            long targetMinor,
            int mark,
            boolean enough,
            String typed,
            String most,
            String mostPlain,
            String counted,
            String got) {}

    /** Somebody who has given, with what to whom in words. */
    public record Giver(String name, String words) {
        static Giver of(String name, List<Allocation> given, Map<UUID, String> buckets) {
            String words = given.stream()
                    .map(one -> MoneyText.of(one.amount()) + " to " + buckets.get(one.bucket()))
                    .collect(Collectors.joining(", "));
            boolean counts = given.get(0).counts();
            return new Giver(name, counts ? words : words + "; left before the end, does not count");
        }
    }

    static RoundPage of(RoundView view, Reader reader) {
        Round round = view.round();
        return new RoundPage(
                round.id().toString(),
                BodyPlace.of(view.body()),
                round.name(),
                view.state().word(),
                "/proposals/" + round.proposal(),
                round.end()
                        .flatMap(Round.End::by)
                        .map(vote -> "/proposals/" + vote)
                        .orElse(""),
                amounts(view),
                round.people(),
                new Moment(round.opensAt().toString(), InstantText.of(round.opensAt())),
                new Moment(round.closesAt().toString(), InstantText.of(round.closesAt())),
                round.keepsPartial(),
                round.end()
                        .filter(end -> round.pot().isMoreThan(end.pot()))
                        .map(end -> MoneyText.of(end.pot()))
                        .orElse(""),
                reader.can(),
                reader.member(),
                view.lines().stream()
                        .map(line -> line(view, line, reader.typed()))
                        .toList(),
                reader.givers());
    }

    /**
     * Who reads it.
     *
     * @param typed what a form that comes back held, by field; may be empty
     */
    record Reader(boolean can, boolean member, Map<String, String> typed, List<Giver> givers) {}

    private static Amounts amounts(RoundView view) {
        Round round = view.round();
        return new Amounts(
                round.share().currency().getCurrencyCode(),
                MoneyText.sign(round.share().currency()),
                MoneyText.of(round.pot()),
                MoneyText.of(round.share()),
                MoneyText.plain(round.share()),
                MoneyText.of(view.allocated()),
                view.allocated().minorUnits(),
                round.pot().minorUnits(),
                MoneyText.of(view.funded()),
                round.end()
                        .map(end -> MoneyText.of(end.pot().minus(view.funded())))
                        .orElse(""),
                view.mine().map(mine -> MoneyText.of(mine.allocated())).orElse(""),
                view.mine().map(mine -> MoneyText.of(mine.left())).orElse(""));
    }

    private static Line line(RoundView view, RoundView.Line line, Map<String, String> typed) {
        Money none = Money.zero(view.round().share().currency());
        Money mine = view.mine().map(own -> own.to(line.bucket().id())).orElse(none);
        Money room = line.part().room().plus(mine);
        Money share = view.round().share();
        Money most = room.isMoreThan(share) ? share : room;
        Money needed = line.part().needed();
        long target = line.part().target().minorUnits();
        Money standing = line.part().counted().orElse(line.part().allocated());
        String field = RoundPages.FIELD + line.bucket().slug();
        return new Line(
                line.bucket().slug(),
                line.bucket().name(),
                line.bucket().purpose(),
                line.part().candidate(),
                MoneyText.of(line.part().target()),
                line.part().minimum().map(MoneyText::of).orElse(""),
                MoneyText.of(standing),
                standing.minorUnits(),
                target,
                needed.minorUnits() == target ? -1 : (int) (needed.minorUnits() * 100 / target),
                !needed.isMoreThan(standing),
                typed.getOrDefault(field, MoneyText.plain(mine)),
                MoneyText.of(most),
                MoneyText.plain(most),
                line.part().counted().map(MoneyText::of).orElse(""),
                line.part().funded().map(MoneyText::of).orElse(""));
    }

    /** What the list of a body's rounds shows. */
    public record ListPage(BodyPlace body, boolean member, List<Item> open, List<Item> over) {}

    /** A round in the list. */
    public record Item(
            String url, String name, String state, String pot, String share, long people, String when, String result) {
        static Item of(RoundView view) {
            Round round = view.round();
            String when = round.end()
                    .map(end -> "Ended on " + InstantText.of(end.at()))
                    .orElse(
                            view.state().word().equals("opening")
                                    ? "Opens on " + InstantText.of(round.opensAt())
                                    : "Closes on " + InstantText.of(round.closesAt()));
            return new Item(
                    "/rounds/" + round.id(),
                    round.name(),
                    view.state().word(),
                    MoneyText.of(round.pot()),
                    MoneyText.of(round.share()),
                    round.people(),
                    when,
                    MoneyText.of(round.end().isPresent() ? view.funded() : view.allocated()));
        }
    }
}
