package coop.pools.governance.web;

import java.util.List;

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
        int version, String changed, boolean canEdit, String about, boolean aboutMe, Sponsors sponsors) {

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
