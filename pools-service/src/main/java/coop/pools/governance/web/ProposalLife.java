package coop.pools.governance.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a proposal's page shows of its life besides the vote.
 *
 * @param version of the wording, from 1
 * @param changed when it was written, in words; empty for the first
 * @param about whose membership it decides, for members; otherwise empty
 * @param aboutMe whether the reader is to be put out
 * @param canEdit whether the reader may word it anew
 */
public record ProposalLife(
        int version,
        String changed,
        boolean canEdit,
        String about,
        boolean aboutMe,
        Sponsors sponsors,
        Dispute dispute,
        Statement statement) {

    /**
     * What came of it, in words.
     *
     * @param html rendered and safe; empty where nobody has said
     * @param by for members
     * @param review the day to look back, in words; may be empty
     */
    public record Statement(String html, String by, String at, String review, boolean canState, String text) {}

    /**
     * Concerns about a passed payment.
     *
     * @param paused until when at most it is paused, while nobody has answered
     * @param state open, lapsed, or the answer; empty where there is none
     * @param steps every one with its date
     * @param next the address of the vote that it led to; may be empty
     * @param appeal whether what the reader can raise is an appeal
     */
    public record Dispute(
            String state,
            Optional<Instant> paused,
            List<Step> steps,
            String next,
            boolean canRaise,
            boolean canAnswer,
            boolean appeal) {}

    /** One step. @param words safe HTML; may be empty */
    public record Step(String atIso, String atText, String title, String words) {}

    /**
     * Who stands behind it before the vote.
     *
     * @param names for members
     * @param canSponsor whether the reader may stand behind it or step back
     * @param mine whether the reader does
     * @param lapses when it lapses without them, in words
     */
    public record Sponsors(
            int needed, int count, List<String> names, boolean canSponsor, boolean mine, String lapses) {}
}
