package coop.pools.governance.web;

import coop.pools.bylaws.web.RuleFields;
import coop.pools.governance.ActionSubjects;
import java.util.List;
import java.util.Map;

/**
 * What the form for a new proposal shows.
 *
 * @param type the chosen type; empty: the types to choose from are shown
 * @param typed what a refused form had, by field
 * @param people members or stewards to choose from; empty for other types
 * @param settings the rules that can be changed; empty for other types
 * @param writing whether it is new, and what was asked to be shown first
 * @param process what will happen after it is made, in words
 * @param places how many stewards there can be, where it is about that; else empty
 * @param templates ways to decide it, with a sentence each; empty where there is one only
 * @param byHand whether stewards send what it gives to Floods
 * @param choosing what options can do; empty for other types
 * @param files those of a draft; none for a new proposal
 */
public record NewProposalPage(
        BodyLink body,
        List<Type> types,
        String type,
        Map<String, String> typed,
        String currency,
        List<Option> payees,
        List<Option> floods,
        List<Option> buckets,
        List<Option> people,
        List<RuleFields.Field> settings,
        Writing writing,
        String process,
        String places,
        List<Type> templates,
        boolean byHand,
        Choosing choosing,
        ProposalPage.Files files) {

    /**
     * What there is to choose in the rows of options.
     *
     * @param rows their numbers, from 1
     * @param does what an option can do if it wins; the first: nothing
     * @param rules of the bylaws or the compact
     * @param pools that a Flood could let in or part from
     * @param inside those of them that belong to it
     * @param rounds that are open
     */
    public record Choosing(
            List<Integer> rows,
            List<Option> does,
            List<Option> rules,
            List<Option> floods,
            List<Option> pools,
            List<Option> inside,
            List<Option> rounds) {
        static final Choosing NOTHING =
                new Choosing(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * How the form is used.
     *
     * @param state empty for a new proposal; otherwise draft or discussion
     * @param action where the form goes to
     * @param preview the text, rendered and safe; empty unless asked for
     */
    public record Writing(String state, String action, String preview) {}

    /** What a vote can do here. */
    public record Type(String value, String label, String hint) {}

    /** Something to choose. */
    public record Option(String value, String label) {
        static Option of(ActionSubjects.Subject subject) {
            String note = subject.note().isEmpty() ? "" : " (" + subject.note() + ")";
            return new Option(subject.id().toString(), subject.name() + note);
        }

        static Option of(ActionSubjects.BucketChoice bucket) {
            return new Option(bucket.slug(), bucket.name() + " (" + bucket.note() + ")");
        }
    }
}
