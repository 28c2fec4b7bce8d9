package coop.pools.governance.web;

import coop.pools.governance.ActionSubjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a proposal shows.
 *
 * @param html the text, rendered and safe
 * @param action what is decided, in one line
 * @param links to its receipts and its payout; may be empty
 * @param blocked why it was not carried out; otherwise empty
 * @param anew where a member can propose it again; empty for others, and for what was carried out or is settled
 * @param secondVote a sentence on when the second of two votes can come; empty where none is to come
 * @param secondUrl the second vote, or the form for it; empty where there is neither, and the form for members only
 * @param deadlines the moment that matters next, none or one
 * @param votes the running or final count, none or one
 * @param rule how it is decided, in words
 * @param discussion empty for those who are not members
 * @param typed what a refused form had, by field
 */
public record ProposalPage(
        BodyLink body,
        String url,
        String title,
        String html,
        String action,
        List<Actions.Fact> facts,
        Optional<ActionSubjects.Numbers> numbers,
        List<ActionSubjects.Link> links,
        String state,
        String blocked,
        String blockedTitle,
        String anew,
        String secondVote,
        String secondUrl,
        List<Deadline> deadlines,
        List<Votes> votes,
        String rule,
        List<Timeline.Step> timeline,
        ProposalLife life,
        Mine mine,
        Voting voting,
        Files files,
        Discussion discussion,
        Map<String, String> typed) {

    /** Files that were added. @param addUrl where the reader can add some; empty for others than the author */
    public record Files(List<AttachedFiles.Line> lines, String addUrl) {
        static final Files NONE = new Files(List.of(), "");
    }

    /** A moment with its label, for machines, for people, and how long until then. */
    public record Deadline(String label, String iso, String text, String left) {}

    /** A count in people. */
    public record Votes(long agree, long abstain, long disagree, long electorate, String words) {}

    /**
     * What the reader may do.
     *
     * @param choice their ballot as it stands, or as the refused form had it; empty when there is none
     * @param cannotVote why an open vote is not for this reader; otherwise empty
     */
    public record Mine(
            boolean member,
            boolean canVote,
            boolean hasBallot,
            String choice,
            String reason,
            String closes,
            String cannotVote,
            boolean canWithdraw) {}

    /**
     * What members say.
     *
     * @param open whether the reader may read it
     * @param next the address of the rest
     * @param draft what a refused form had
     * @param preview the draft, rendered and safe; empty unless asked for
     * @param camps where people stand, by what each said last; empty while nobody has said
     * @param reply the comment that is being answered, and its author; both may be empty
     */
    public record Discussion(
            boolean open,
            List<Said> comments,
            String next,
            String draft,
            String preview,
            String reply,
            String replyTo,
            List<Camp> camps) {
        static final Discussion CLOSED = new Discussion(false, List.of(), "", "", "", "", "", List.of());
    }

    /**
     * People who stand alike before the vote.
     *
     * @param people how many
     * @param faces the names of those who spoke last, the newest first, at most 8
     * @param reasons what some of them said last, the newest first, at most 3
     */
    public record Camp(String stance, long people, List<String> faces, List<Reason> reasons) {}

    /** Somebody's words, cut short. @param comment where the whole stands */
    public record Reason(String author, String words, String comment) {}

    /** A comment, rendered and safe. @param depth 0 to 3: how far down a thread. @param stance may be empty */
    public record Said(
            String id,
            String author,
            String atIso,
            String atText,
            String html,
            int depth,
            String stance,
            Files files) {}
}
