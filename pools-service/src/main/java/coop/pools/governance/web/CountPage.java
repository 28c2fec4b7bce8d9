package coop.pools.governance.web;

import java.util.List;

/**
 * What the page of a count shows.
 *
 * @param counted false before the vote opens
 * @param lines the arithmetic in people, one sentence each
 * @param verdict what it comes to
 * @param next the address of more ballots; empty at the end
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
        String verdict,
        List<Line> ballots,
        String next) {

    /** One ballot that counts; names and reasons are for members. */
    public record Line(String who, String choice, String reason, String atIso, String atText) {}
}
