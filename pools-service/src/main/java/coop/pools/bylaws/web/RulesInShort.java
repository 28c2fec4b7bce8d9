package coop.pools.bylaws.web;

import coop.pools.bylaws.domain.DecisionRule;
import coop.pools.bylaws.domain.Matter;
import coop.pools.bylaws.domain.RuleLine;
import coop.pools.bylaws.domain.Rules;
import coop.pools.platform.web.InstantText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rules of a Pool come to, in a few plain sentences, made from the values that the vote itself follows. */
public final class RulesInShort {
    private RulesInShort() {}

    /** One sentence for each thing that a member should know. */
    public static List<String> sentences(Rules rules) {
        Map<String, String> words = rules.lines().stream().collect(Collectors.toMap(RuleLine::key, RuleLine::inWords));
        DecisionRule rule = rules.decision(Matter.ORDINARY);
        List<String> sentences = new ArrayList<>();
        sentences.add("Every member has one vote, whatever they put in. No vote can change that.");
        sentences.add(time(rule));
        sentences.add("It passes with " + words.get("vote.threshold") + " of " + words.get("vote.base")
                + ", if at least "
                + words.get("vote.quorum") + " of all members and no fewer than " + words.get("vote.quorum_people")
                + " voted.");
        sentences.add(
                rule.coolingHours() == 0
                        ? "What has passed is carried out at once, by itself."
                        : "What has passed is carried out " + span(rule.coolingHours()) + " later, by itself.");
        sentences.add("Changing these rules takes " + words.get("matter.bylaws.threshold") + ", with at least "
                + words.get("matter.bylaws.quorum") + " of all members voting.");
        sentences.add(
                rules.memberCap().isPresent()
                        ? "There may be " + words.get("member.cap")
                                + " in it at most; whoever is in may leave at any time."
                        : "Anybody in it may leave at any time.");
        return sentences;
    }

    private static String time(DecisionRule rule) {
        return rule.discussHours() == 0
                ? "Any member may make a proposal. Its vote opens at once and is open for " + span(rule.voteHours())
                        + "."
                : "Any member may make a proposal. It is discussed for " + span(rule.discussHours())
                        + ", then its vote is open for " + span(rule.voteHours()) + ".";
    }

    private static String span(int hours) {
        return InstantText.span(Duration.ofHours(hours));
    }
}
