package coop.pools.governance.web;

import coop.pools.governance.domain.Action.FloodAction;
import coop.pools.platform.web.PercentText;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a Flood decides about itself, in words. */
final class FloodWords {
    private FloodWords() {}

    /** One line. @param name of a Pool or Flood */
    static String line(FloodAction action, Function<UUID, String> name) {
        return action.ofFlood(new FloodAction.Kinds<>(
                admit -> "Let " + name.apply(admit.pool()) + " join",
                remove -> "Part from " + name.apply(remove.pool()),
                change -> change.rules().size() == 1
                        ? "Change one rule of the compact"
                        : "Change " + change.rules().size() + " rules of the compact",
                end -> "End the Flood",
                merge -> "Merge into the Flood " + name.apply(merge.into()),
                take -> "Take in the Flood " + name.apply(take.flood()),
                split -> "Split: a new Flood " + split.name(),
                share -> (share.lower() ? "Lower" : "Raise") + " the share of the commons to "
                        + PercentText.of(share.basisPoints())));
    }

    /** What exactly is decided; of a change of rules the rules say it. */
    static List<Actions.Fact> facts(FloodAction action, Function<UUID, String> name) {
        return action.ofFlood(new FloodAction.Kinds<>(
                admit -> List.of(
                        new Actions.Fact("Who joins", name.apply(admit.pool())),
                        new Actions.Fact("It takes", "A vote of its own people too, before or after this one"),
                        new Actions.Fact("Money", "It has no stake until it gives money")),
                remove -> List.of(
                        new Actions.Fact("Who leaves", name.apply(remove.pool())),
                        new Actions.Fact("Before the vote", "Its people have time to answer, and do not vote"),
                        new Actions.Fact("Money", "It takes its stake along, as if it left by itself")),
                change -> List.of(),
                end -> List.of(
                        new Actions.Fact("Then", "Nothing more is decided here"),
                        new Actions.Fact("Money", "Each Pool takes its stake along, to the cent"),
                        new Actions.Fact("On their way", "Payments that have begun are carried through")),
                merge -> List.of(
                        new Actions.Fact("Goes on as", name.apply(merge.into())),
                        new Actions.Fact("It takes", "Votes of both Floods: when one has passed, the other is asked"),
                        new Actions.Fact("Who goes", "Each Pool whose own people agree, with its stake, to the cent"),
                        new Actions.Fact("The others", "Leave with their stakes")),
                take -> List.of(
                        new Actions.Fact("Takes in", name.apply(take.flood())),
                        new Actions.Fact("It takes", "Votes of both Floods: when one has passed, the other is asked")),
                split -> List.of(
                        new Actions.Fact("The new Flood", split.name()),
                        new Actions.Fact("Its purpose", split.purpose()),
                        new Actions.Fact(
                                "Who goes",
                                split.pools().stream().map(name).collect(Collectors.joining(", "))
                                        + "; of these each whose own people agree, with its stake, to the cent"),
                        new Actions.Fact("Its rules", "The same as here")),
                share -> List.of(
                        new Actions.Fact(
                                "Under the control of all Pools",
                                PercentText.of(share.basisPoints()) + " from then on"),
                        new Actions.Fact("Every year it rises by", PercentText.of(share.rise()) + " of the whole"),
                        new Actions.Fact("Until it is", PercentText.of(share.most())),
                        new Actions.Fact(
                                "It takes",
                                share.lower()
                                        ? "The large majority for lowering, of the people and of the Pools"
                                        : "The usual majority; it can be less at no time than what is published"),
                        new Actions.Fact("What came in before", "Stays as it was divided then"))));
    }
}
