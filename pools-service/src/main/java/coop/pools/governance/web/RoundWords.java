package coop.pools.governance.web;

import coop.pools.governance.domain.RoundOrder;
import coop.pools.governance.web.Actions.Fact;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What a vote orders about rounds, in words. */
final class RoundWords {
    private RoundWords() {}

    /** One line. */
    static String line(RoundOrder order) {
        return order.fold(
                open -> "Open the round " + open.name() + " with " + MoneyText.of(open.pot()),
                end -> end.funds() ? "End a round now and give what is allocated" : "Cancel a round");
    }

    /**
     * What exactly is decided.
     *
     * @param bucket the name of a bucket, by its slug
     * @param round the name of a round
     */
    static List<Fact> facts(RoundOrder order, Function<String, String> bucket, Function<UUID, String> round) {
        return order.fold(
                open -> facts(open, bucket),
                end -> List.of(
                        new Fact("Round", round.apply(end.round())),
                        new Fact(
                                "Money",
                                end.funds()
                                        ? "As at its close: buckets get what they have been given so far"
                                        : "All of the pot goes back to what is available"),
                        new Fact("Allocations", "None can be made after that")));
    }

    private static List<Fact> facts(RoundOrder.Open open, Function<String, String> bucket) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Pot", MoneyText.of(open.pot()) + ", set aside when the round opens"));
        facts.add(new Fact("Who gives", "Everybody who is a member then, each the same share of it"));
        facts.add(new Fact("Fractions", "What cannot be divided into equal shares is not set aside"));
        open.times().opensAt().ifPresent(at -> facts.add(new Fact("Not before", InstantText.of(at))));
        facts.add(new Fact(
                "Open until",
                open.times()
                        .closesAt()
                        .map(InstantText::of)
                        .orElse(days(open.times().days()) + " after its opening")));
        for (RoundOrder.Line line : open.lines()) {
            String name = line.bucket().map(bucket).orElseGet(() -> line.name() + " (new)");
            facts.add(new Fact(
                    name,
                    "At most " + MoneyText.of(line.target())
                            + line.minimum()
                                    .map(least -> ", of use from " + MoneyText.of(least))
                                    .orElse("")));
        }
        facts.add(new Fact(
                "A bucket that gets too little",
                open.keepsPartial() ? "Keeps what it has been given" : "Gets nothing; it goes back"));
        facts.add(new Fact("What nobody gives", "Goes back to what is available"));
        return facts;
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
