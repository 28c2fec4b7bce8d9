package coop.pools.governance.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A way to decide that the author picks: it presets the ballot paper and may make the rule harder. None makes a vote
 * easier than the bylaws do; only {@link #EMERGENCY} takes less time, as the bylaws allow.
 */
public enum Template {
    STANDARD("As usual", "The bylaws say how; who likes says why.", Reasons.OPTIONAL, 0, Shown.LIVE),
    ADVICE("Ask for advice", "People say how they feel about it; nothing is decided.", Reasons.OPTIONAL, 0, Shown.LIVE),
    CONSENT(
            "Consent",
            "It passes as usual, unless somebody blocks it and says why.",
            Reasons.DISAGREEING,
            1,
            Shown.LIVE),
    CONSENSUS(
            "Consensus",
            "It passes when nobody who votes is against it; they may abstain.",
            Reasons.DISAGREEING,
            1,
            Shown.LIVE),
    SIMPLE_MAJORITY(
            "Simple majority",
            "More agree than disagree, or as many as the bylaws ask for; how it stands is hidden until the close.",
            Reasons.OPTIONAL,
            0,
            Shown.AFTER_CLOSE),
    SIGNIFICANT(
            "Weighty",
            "It takes as much agreement and as many voters as changing a rule; who disagrees says why.",
            Reasons.DISAGREEING,
            0,
            Shown.AFTER_VOTING),
    EMERGENCY(
            "It cannot wait",
            "Less time to discuss and vote; it takes as much agreement and as many voters as changing a rule.",
            Reasons.OPTIONAL,
            0,
            Shown.LIVE);

    private final String label;
    private final String says;
    private final Reasons reasons;
    private final int blocks;
    private final Shown shown;

    Template(String label, String says, Reasons reasons, int blocks, Shown shown) {
        this.label = label;
        this.says = says;
        this.reasons = reasons;
        this.blocks = blocks;
        this.shown = shown;
    }

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Template> ofWord(String word) {
        return List.of(values()).stream()
                .filter(template -> template.word().equals(word))
                .findFirst();
    }

    /** A few words for people. */
    public String label() {
        return label;
    }

    /** What it means, in one plain sentence. */
    public String says() {
        return says;
    }

    /** The ballot paper as it is where nothing else is said. */
    public BallotPaper paper() {
        Method method = this == ADVICE ? Method.SENSE_CHECK : Method.AGREE;
        return new BallotPaper(method, List.of(), 1, 1, reasons, blocks, shown, false, this);
    }

    /** Whether a paper still is what the template says. */
    boolean suits(BallotPaper paper) {
        boolean asks = this != ADVICE || !paper.method().binds();
        boolean decides = this == STANDARD || this == ADVICE || paper.method().binds();
        return asks && decides && paper.blocksToStop() >= blocks;
    }

    /** The rule that holds by it. @param weighty the rule for changing a rule */
    public VotingRule over(VotingRule rule, VotingRule weighty) {
        return switch (this) {
            case SIGNIFICANT -> rule.stricter(weighty);
            case CONSENSUS -> rule.needingAll();
            default -> rule;
        };
    }
}
