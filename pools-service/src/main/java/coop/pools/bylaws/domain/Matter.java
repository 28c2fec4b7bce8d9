package coop.pools.bylaws.domain;

/** Matters that the bylaws decide by thresholds of their own. */
public enum Matter {
    ORDINARY(RuleKey.VOTE_THRESHOLD, RuleKey.VOTE_QUORUM),
    /** Changing a rule. */
    BYLAWS(RuleKey.BYLAWS_THRESHOLD, RuleKey.BYLAWS_QUORUM),
    /** Changing an entrenched rule: of all members, in two votes. */
    ENTRENCHED(RuleKey.AMEND_E_THRESHOLD, RuleKey.BYLAWS_QUORUM),
    /** What cannot wait: in less time, and as hard as changing a rule. */
    EMERGENCY(RuleKey.BYLAWS_THRESHOLD, RuleKey.BYLAWS_QUORUM),
    JOIN_FLOOD(RuleKey.JOIN_FLOOD_THRESHOLD, RuleKey.JOIN_FLOOD_QUORUM),
    LEAVE_FLOOD(RuleKey.LEAVE_FLOOD_THRESHOLD, RuleKey.LEAVE_FLOOD_QUORUM),
    /** Putting a member out: with notice before the vote and time to appeal after it. */
    EXPEL(RuleKey.EXPEL_THRESHOLD, RuleKey.EXPEL_QUORUM),
    /** A payment that is large for what the Pool has: with time for those to leave who did not agree. */
    LARGE_SPEND(RuleKey.LARGE_SPEND_THRESHOLD, RuleKey.LARGE_SPEND_QUORUM),
    /** Ending the Pool. */
    DISSOLVE(RuleKey.DISSOLVE_THRESHOLD, RuleKey.DISSOLVE_QUORUM),
    /** Taking another legal form. */
    CONVERT_FORM(RuleKey.CONVERT_FORM_THRESHOLD, RuleKey.CONVERT_FORM_QUORUM);

    private final RuleKey threshold;
    private final RuleKey quorum;

    Matter(RuleKey threshold, RuleKey quorum) {
        this.threshold = threshold;
        this.quorum = quorum;
    }

    RuleKey threshold() {
        return threshold;
    }

    RuleKey quorum() {
        return quorum;
    }
}
