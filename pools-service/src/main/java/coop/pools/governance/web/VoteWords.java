package coop.pools.governance.web;

import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.PoolsCount;
import coop.pools.governance.domain.Ranking;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.BasisPoints;

/** Rules and counts of votes in sentences, in people wherever there are people to count. */
final class VoteWords {
    private VoteWords() {}

    /** One vote, as ranked counts reckon. */
    static final long VOTE = 100_000;

    /** Hundred-thousandths of a vote, without needless places: "12" or "12.33333". */
    static String votes(long hundredThousandths) {
        long rest = hundredThousandths % VOTE;
        String places = String.valueOf(VOTE + rest).substring(1).replaceAll("0+$", "");
        return hundredThousandths / VOTE + (rest == 0 ? "" : "." + places);
    }

    /** The same with the word. */
    static String ofVotes(long hundredThousandths) {
        return votes(hundredThousandths) + (hundredThousandths == VOTE ? " vote" : " votes");
    }

    /** The rule before there is an electorate. */
    static String rule(VotingRule rule) {
        return "It passes when at least " + percent(rule.quorum()) + " of the members vote, and never fewer than "
                + people(rule.quorumPeople()) + " (or everybody, where there are fewer), and "
                + share(rule.threshold()) + " " + base(rule.base()) + " agree." + pools(rule);
    }

    /** The same where people choose between options. */
    static String rule(VotingRule rule, Method method) {
        if (!method.hasOptions()) {
            return rule(rule);
        }
        String quorum = "at least " + percent(rule.quorum()) + " of the members vote, and never fewer than "
                + people(rule.quorumPeople()) + " (or everybody, where there are fewer)";
        return method == Method.ELECTION
                ? "It counts when " + quorum + "."
                : "An option wins when " + quorum + ", it leads alone, and " + share(rule.threshold()) + " "
                        + (rule.base() == VotingRule.Base.CAST
                                ? "of those who vote without abstaining"
                                : base(rule.base()))
                        + " are for it." + pools(rule);
    }

    private static String pools(VotingRule rule) {
        return rule.pools()
                .map(share -> " Of the Pools, " + share(share) + " must agree too.")
                .orElse("");
    }

    /** What is asked of the Pools of a Flood and whether it is met. */
    static String pools(PoolsCount pools, boolean open) {
        String agree = open ? (pools.agree() == 1 ? " does" : " do") : " did";
        return pools.lines().size() + (pools.lines().size() == 1 ? " Pool belongs" : " Pools belong")
                + " to it; at least " + pools.needed() + must(pools.needed() != 1, open) + "agree too. " + pools.agree()
                + agree + enough(pools.met(), open);
    }

    /** How the people of one Pool stand. */
    static String line(String name, PoolsCount.Line line) {
        String says = line.agrees()
                ? "agrees"
                : line.agree() == 0 && line.disagree() == 0
                        ? "has no votes, which is no agreement"
                        : line.agree() == line.disagree() ? "is tied, which is no agreement" : "does not agree";
        return name + " " + says + ": of its people " + line.agree() + " agree and " + line.disagree() + " disagree.";
    }

    /** What the quorum asks and whether it is met. @param open while the vote is open; also below */
    static String quorum(Outcome outcome, boolean open) {
        long cast = outcome.ballots().cast();
        String voted = open ? (cast == 1 ? " has" : " have") : " did";
        return people(outcome.neededForQuorum()) + " of " + outcome.electorate()
                + must(outcome.neededForQuorum() != 1, open) + "vote; " + cast + voted
                + enough(outcome.quorumMet(), open);
    }

    /** The same of options: what leads needs so many who are for it. */
    static String leading(Outcome outcome, VotingRule rule, boolean open) {
        boolean tied = outcome.ranking().filter(Ranking::tied).isPresent();
        String needed = rule.threshold().value() == BasisPoints.WHOLE
                ? "all of them"
                : "at least " + outcome.neededToPass() + " (" + share(rule.threshold()) + ")";
        return outcome.ballots().agree() + " of those who vote are for what leads; " + needed
                + must(plural(outcome, rule), open) + "be"
                + (tied ? ". But two or more could lead, and a tie fails." : enough(outcome.thresholdMet(), open));
    }

    /** What the threshold asks and whether it is met. */
    static String threshold(Outcome outcome, VotingRule rule, boolean open) {
        long base = switch (rule.base()) {
            case CAST -> outcome.ballots().agree() + outcome.ballots().disagree();
            case CAST_AND_ABSTAIN -> outcome.ballots().cast();
            case ALL -> outcome.electorate();
        };
        String needed =
                rule.threshold().value() == BasisPoints.WHOLE ? "all of them" : "at least " + outcome.neededToPass();
        long agree = outcome.ballots().agree();
        String agreed = open ? (agree == 1 ? " does" : " do") : " did";
        return base + " " + baseVerb(rule.base(), base, open) + "; " + needed + must(plural(outcome, rule), open)
                + "agree (" + share(rule.threshold()) + "). " + agree + agreed + enough(outcome.thresholdMet(), open);
    }

    private static boolean plural(Outcome outcome, VotingRule rule) {
        return outcome.neededToPass() != 1 || rule.threshold().value() == BasisPoints.WHOLE;
    }

    private static String must(boolean plural, boolean open) {
        return open ? (plural ? " have to " : " has to ") : " had to ";
    }

    private static String enough(boolean met, boolean open) {
        String so = met ? ". Enough" : ". Not enough";
        return so + (open ? " so far." : ".");
    }

    /** For the line under a vote bar while the vote is open. */
    static String running(Outcome outcome, VotingRule rule) {
        return people(outcome.neededForQuorum()) + " must vote, and " + share(rule.threshold()) + " "
                + base(rule.base()) + " must agree." + pools(rule);
    }

    private static String share(BasisPoints threshold) {
        return threshold.value() == BasisPoints.WHOLE ? "all" : "more than " + percent(threshold);
    }

    private static String base(VotingRule.Base base) {
        return switch (base) {
            case CAST -> "of those who agree or disagree";
            case CAST_AND_ABSTAIN -> "of those who vote";
            case ALL -> "of everybody who may vote";
        };
    }

    private static String baseVerb(VotingRule.Base base, long people, boolean open) {
        return switch (base) {
            case CAST -> open ? (people == 1 ? "agrees or disagrees" : "agree or disagree") : "agreed or disagreed";
            case CAST_AND_ABSTAIN -> open ? (people == 1 ? "has voted" : "have voted") : "voted";
            case ALL -> open ? "may vote" : "could vote";
        };
    }

    private static String percent(BasisPoints share) {
        String rest = share.value() % 100 == 0
                ? ""
                : "." + String.valueOf(100 + share.value() % 100).substring(1);
        return share.value() / 100 + rest + " %";
    }

    static String people(long count) {
        return count == 1 ? "1 person" : count + " people";
    }
}
