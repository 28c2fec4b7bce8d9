package coop.pools.governance.web;

import java.util.List;

/**
 * What the page of a count shows.
 *
 * @param counted false before the vote opens
 * @param lines the arithmetic in people, one sentence each
 * @param pools how each Pool of a Flood stands where they must agree too, one sentence each
 * @param verdict what it comes to
 * @param next the address of more ballots; empty at the end
 * @param rounds of ranked options; empty otherwise
 * @param delegations who votes for whom, one sentence each, for members
 * @param secondVote a sentence on when the second of two votes can come; empty where none is to come
 * @param hidden why nothing is to be seen yet; otherwise empty
 * @param noReason what stands where no reason is shown
 * @param download the address of the file to count again; empty while the vote is open
 */
public record CountPage(
        BodyLink body,
        String url,
        String title,
        String state,
        boolean counted,
        List<ProposalPage.Votes> votes,
        String rule,
        List<String> lines,
        List<String> pools,
        String verdict,
        List<Line> ballots,
        String next,
        Voting voting,
        List<String> optionNames,
        List<RoundLine> rounds,
        String roundsNote,
        List<String> delegations,
        String secondVote,
        String hidden,
        String noReason,
        String download) {

    /** One ballot that counts; names and reasons are for members. @param reason safe HTML */
    public record Line(
            String who, String choice, String reason, boolean interest, String receipt, String atIso, String atText) {}

    /** One round of ranked options. */
    public record RoundLine(List<String> votes, String words) {}
}
