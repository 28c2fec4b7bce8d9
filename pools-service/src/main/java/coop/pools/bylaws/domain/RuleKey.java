package coop.pools.bylaws.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names of all rules that members can set. What is not named here has no setting: one person, one vote and the
 * other hard-wired matters have no key, so nothing can change them.
 */
public enum RuleKey {
    VOTE_THRESHOLD("vote.threshold"),
    VOTE_BASE("vote.base"),
    VOTE_QUORUM("vote.quorum"),
    VOTE_QUORUM_PEOPLE("vote.quorum_people"),
    SPONSORS("proposal.sponsors"),
    DISCUSS_HOURS("proposal.discuss_hours"),
    VOTE_HOURS("vote.hours"),
    VOTE_CHANGE("vote.change"),
    COOLING_HOURS("cooling_hours"),
    BYLAWS_THRESHOLD("matter.bylaws.threshold"),
    BYLAWS_QUORUM("matter.bylaws.quorum"),
    JOIN_FLOOD_THRESHOLD("matter.join_flood.threshold"),
    JOIN_FLOOD_QUORUM("matter.join_flood.quorum"),
    LEAVE_FLOOD_THRESHOLD("matter.leave_flood.threshold"),
    LEAVE_FLOOD_QUORUM("matter.leave_flood.quorum"),
    EXPEL_THRESHOLD("matter.expel.threshold"),
    EXPEL_QUORUM("matter.expel.quorum"),
    LARGE_SPEND_THRESHOLD("matter.large_spend.threshold"),
    LARGE_SPEND_QUORUM("matter.large_spend.quorum"),
    SPEND_MAX_SINGLE("spend.max_single"),
    SPEND_GRACE_DAYS("spend.grace_days"),
    SPEND_RETENTION("spend.retention"),
    DISSOLVE_THRESHOLD("matter.dissolve.threshold"),
    DISSOLVE_QUORUM("matter.dissolve.quorum"),
    CONVERT_FORM_THRESHOLD("matter.convert_form.threshold"),
    CONVERT_FORM_QUORUM("matter.convert_form.quorum"),
    EXPEL_NOTICE_DAYS("expel.notice_days"),
    EXPEL_APPEAL_DAYS("expel.appeal_days"),
    ADMISSION("member.admission"),
    MEMBER_CAP("member.cap"),
    STEWARD_COUNT("steward.count"),
    STEWARD_MONTHS("steward.months"),
    EXIT_REDEEM("exit.redeem"),
    EXIT_YEAR_CAP("exit.year_cap"),
    DORMANT_MONTHS("dormant.months"),
    DISPUTE_PAUSE_DAYS("dispute.pause_days"),
    OMBUD_MONTHS("ombud.months"),
    REFUND_DAYS("contrib.refund_days"),
    SPEND_PENDING("contrib.spend_pending"),
    FEE_BY("contrib.fee_by"),
    DELEGATE_ALLOWED("delegate.allowed"),
    DELEGATE_MAX_HELD("delegate.max_held"),
    DELEGATE_DAYS("delegate.days"),
    CONFLICT_RULE("conflict.rule"),
    AMEND_E_THRESHOLD("amend.e_threshold"),
    AMEND_GAP_DAYS("amend.gap_days"),
    AMEND_WINDOW_DAYS("amend.window_days"),
    EMERGENCY_DISCUSS_HOURS("emergency.discuss_hours"),
    EMERGENCY_VOTE_HOURS("emergency.vote_hours"),
    FLOOD_FORM("flood.form"),
    FLOOD_THRESHOLD("flood.threshold"),
    FLOOD_QUORUM("flood.quorum"),
    FLOOD_QUORUM_PEOPLE("flood.quorum_people"),
    FLOOD_DISCUSS_HOURS("flood.discuss_hours"),
    FLOOD_VOTE_HOURS("flood.vote_hours"),
    FLOOD_COOLING_HOURS("flood.cooling_hours"),
    FLOOD_DOUBLE("flood.double"),
    FLOOD_POOLS_THRESHOLD("flood.pools_threshold"),
    FLOOD_DELEGATE_ALLOWED("flood.delegate_allowed"),
    FLOOD_DELEGATE_MAX_HELD("flood.delegate_max_held"),
    FLOOD_DELEGATE_DAYS("flood.delegate_days"),
    FLOOD_FUNDS("flood.funds"),
    FLOOD_KEY("flood.key"),
    FLOOD_CAP("flood.cap"),
    FLOOD_SHORTFALL("flood.shortfall"),
    FLOOD_STEWARDS("flood.stewards"),
    FLOOD_STEWARD_COUNT("flood.steward_count"),
    FLOOD_STEWARD_MONTHS("flood.steward_months"),
    FLOOD_ADMIT("flood.admit"),
    FLOOD_ADMIT_THRESHOLD("flood.admit_threshold"),
    FLOOD_LEAVE_DAYS("flood.leave_days"),
    FLOOD_REMOVE_THRESHOLD("flood.remove_threshold"),
    FLOOD_REMOVE_NOTICE_DAYS("flood.remove_notice_days"),
    FLOOD_AMEND_THRESHOLD("flood.amend_threshold"),
    FLOOD_AMEND_E_THRESHOLD("flood.amend_e_threshold"),
    FLOOD_AMEND_GAP_DAYS("flood.amend_gap_days"),
    FLOOD_AMEND_WINDOW_DAYS("flood.amend_window_days"),
    FLOOD_DISSOLVE_THRESHOLD("flood.dissolve_threshold"),
    COMMONS_LOWER_THRESHOLD("commons.lower_threshold"),
    COMMONS_POOL_PEOPLE("commons.pool_people");

    /** What the commons of all Pools shares with other Floods; it has no stakes, and nobody joins or leaves. */
    private static final Set<RuleKey> OF_COMMONS = EnumSet.of(
            FLOOD_THRESHOLD,
            FLOOD_QUORUM,
            FLOOD_QUORUM_PEOPLE,
            FLOOD_DISCUSS_HOURS,
            FLOOD_VOTE_HOURS,
            FLOOD_COOLING_HOURS,
            FLOOD_DOUBLE,
            FLOOD_POOLS_THRESHOLD,
            FLOOD_DELEGATE_ALLOWED,
            FLOOD_DELEGATE_MAX_HELD,
            FLOOD_DELEGATE_DAYS,
            FLOOD_AMEND_THRESHOLD,
            FLOOD_AMEND_E_THRESHOLD,
            FLOOD_AMEND_GAP_DAYS,
            FLOOD_AMEND_WINDOW_DAYS,
            COMMONS_LOWER_THRESHOLD,
            COMMONS_POOL_PEOPLE);

    private final String word;

    RuleKey(String word) {
        this.word = word;
    }

    /** The key in the API, in rules.yml and in the placeholders of the texts, for example {@code vote.hours}. */
    public String word() {
        return word;
    }

    /** The key with this word; empty for an unknown one. */
    public static Optional<RuleKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
    }

    /** The keys that a text of this kind must give values to, in a stable order. */
    public static List<RuleKey> of(Edition.Kind kind) {
        return Arrays.stream(values()).filter(key -> key.isFor(kind)).toList();
    }

    private boolean isFor(Edition.Kind kind) {
        boolean ofFloods = word.startsWith("flood.");
        boolean ofCommons = word.startsWith("commons.");
        return switch (kind) {
            case AGREEMENT -> !ofFloods && !ofCommons;
            case COMPACT -> ofFloods;
            case COMMONS -> OF_COMMONS.contains(this);
        };
    }
}
