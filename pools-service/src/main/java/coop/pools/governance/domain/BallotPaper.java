package coop.pools.governance.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people are asked and how they answer. Frozen when the vote opens.
 *
 * @param options empty unless the method has options; 2 to 20, ranked ones at most 12
 * @param seats how many an election fills; 1 otherwise
 * @param most the highest score, or the dots that everybody has; 1 otherwise
 * @param blocksToStop how many blocks stop the proposal; 0 where blocking is not offered
 * @param anonymous whether others learn only how many voted how, and not who
 * @param template the way to decide that it was made by
 */
public record BallotPaper(
        Method method,
        List<Option> options,
        int seats,
        int most,
        Reasons reasons,
        int blocksToStop,
        Shown shown,
        boolean anonymous,
        Template template) {
    public static final int MOST_OPTIONS = 20;
    public static final int MOST_RANKED = 12;
    public static final int MOST_POINTS = 100;

    /** Agree, abstain or disagree; open, live, with a reason if one likes. */
    public static final BallotPaper USUAL =
            new BallotPaper(Method.AGREE, List.of(), 1, 1, Reasons.OPTIONAL, 0, Shown.LIVE, false);

    /** Made by no template. */
    public BallotPaper(
            Method method,
            List<Option> options,
            int seats,
            int most,
            Reasons reasons,
            int blocksToStop,
            Shown shown,
            boolean anonymous) {
        this(method, options, seats, most, reasons, blocksToStop, shown, anonymous, Template.STANDARD);
    }

    public BallotPaper {
        options = List.copyOf(options);
    }

    /** What is wrong with it, as the name of a field; empty when it can be voted on. */
    public Optional<String> fault() {
        int least = method.hasOptions() ? 2 : 0;
        int greatest = method.hasOptions() ? method.ranks() ? MOST_RANKED : MOST_OPTIONS : 0;
        if (options.size() < least || options.size() > greatest || !keyedInOrder()) {
            return Optional.of("options");
        }
        if (seats < 1 || seats > (method == Method.ELECTION ? options.size() : 1)) {
            return Optional.of("seats");
        }
        boolean counts = method == Method.SCORE || method == Method.DOTS;
        if (most < 1 || most > (counts ? MOST_POINTS : 1)) {
            return Optional.of("most");
        }
        if (blocksToStop < 0 || method != Method.AGREE && blocksToStop > 0) {
            return Optional.of("blocksToStop");
        }
        if (anonymous && shown != Shown.AFTER_CLOSE) {
            return Optional.of("shown");
        }
        if (!template.suits(this)) {
            return Optional.of("template");
        }
        return carriesInVain() ? Optional.of("action") : Optional.empty();
    }

    private boolean keyedInOrder() {
        for (int place = 0; place < options.size(); place++) {
            if (!options.get(place).key().equals(Option.keyAt(place))) {
                return false;
            }
        }
        return options.stream().map(Option::text).distinct().count() == options.size();
    }

    /** What does not bind cannot carry anything out. */
    private boolean carriesInVain() {
        return !method.binds() && options.stream().anyMatch(o -> !(o.action() instanceof Action.Statement));
    }

    /** Everything that may happen by it: the proposal's own action, or its options' ones. */
    public List<Action> actions(Action own) {
        return method.hasOptions() ? options.stream().map(Option::action).toList() : List.of(own);
    }

    /** Whether this can stand on a ballot. */
    public boolean accepts(Mark mark) {
        if (mark.choice() == Choice.ABSTAIN || !method.hasOptions()) {
            boolean offered = mark.choice() != Choice.BLOCK || blocksToStop > 0;
            return mark.marks().isEmpty() && offered;
        }
        return mark.choice() == Choice.AGREE && mark.marks().size() == options.size() && fits(mark.marks());
    }

    /** What a ballot has to be like, in words. */
    public String howToMark() {
        return switch (method) {
            case AGREE, SENSE_CHECK ->
                blocksToStop > 0 ? "agree, disagree, abstain or block" : "agree, disagree or abstain";
            case CHOOSE_ONE -> "choose one option, or abstain";
            case APPROVAL -> "tick all options that are fine";
            case SCORE -> "give each option from 0 to " + most;
            case DOTS -> "spread at most " + most + " dots in all";
            case MEETING_TIME -> "say of each time whether it suits";
            case RANKED, ELECTION ->
                "give each place once, and leave none out before the last: a first choice, a second, and so on";
        };
    }

    private boolean fits(List<Integer> marks) {
        int sum = marks.stream().mapToInt(Integer::intValue).sum();
        int highest = marks.stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean negative = marks.stream().anyMatch(mark -> mark < 0);
        if (negative || highest > MOST_POINTS) {
            return false;
        }
        return switch (method) {
            case CHOOSE_ONE -> sum == 1;
            case APPROVAL -> highest <= 1;
            case SCORE -> highest <= most;
            case DOTS -> sum >= 1 && sum <= most;
            case MEETING_TIME -> highest <= 2;
            case RANKED, ELECTION -> ranksInOrder(marks, highest);
            case AGREE, SENSE_CHECK -> false;
        };
    }

    private static boolean ranksInOrder(List<Integer> marks, int highest) {
        long ranked = marks.stream().filter(mark -> mark > 0).count();
        long distinct = marks.stream().filter(mark -> mark > 0).distinct().count();
        return highest >= 1 && ranked == distinct && ranked == highest;
    }

    /** The texts of options, in their order. */
    public Stream<String> texts() {
        return options.stream().map(Option::text);
    }
}
