package coop.pools.bylaws.domain;

import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Refused;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * One allowed value for every rule of a sheet; immutable. Both the text and the voting engine read it, so they cannot
 * say different things. Two are equal when all their values are.
 */
public final class Rules {
    /** Of a day. */
    private static final int HOURS = 24;

    private final RuleSheet sheet;
    private final Map<RuleKey, Object> values;

    /** Values as checked by the sheet. */
    Rules(RuleSheet sheet, Map<RuleKey, Object> values) {
        this.sheet = sheet;
        this.values = new EnumMap<>(values);
    }

    /**
     * These rules with some values changed.
     *
     * @param changes by key, as in the API: whole numbers (shares in basis points, 0 for no limit) and words
     * @throws Refused {@link BylawsRefusal#UNKNOWN_RULE} or {@link BylawsRefusal#RULE_OUT_OF_RANGE}
     */
    public Rules with(Map<String, ?> changes) {
        Map<RuleKey, Object> changed = new EnumMap<>(values);
        changes.forEach((key, value) -> {
            RuleSpec spec = sheet.spec(key);
            changed.put(spec.key(), spec.checked(value));
        });
        return new Rules(sheet, changed);
    }

    /** How such a matter is decided under the rules of a Flood. */
    public DecisionRule decision(FloodMatter matter) {
        boolean firm = matter == FloodMatter.ENTRENCHED;
        boolean people =
                matter == FloodMatter.REMOVE || firm || matter == FloodMatter.END || matter == FloodMatter.LOWER;
        return new DecisionRule(
                share(floodThreshold(matter)),
                firm ? VoteBase.ALL : VoteBase.CAST,
                share(RuleKey.FLOOD_QUORUM),
                number(RuleKey.FLOOD_QUORUM_PEOPLE),
                Math.max(
                        number(RuleKey.FLOOD_DISCUSS_HOURS),
                        matter == FloodMatter.REMOVE ? HOURS * number(RuleKey.FLOOD_REMOVE_NOTICE_DAYS) : 0),
                number(RuleKey.FLOOD_VOTE_HOURS),
                number(RuleKey.FLOOD_COOLING_HOURS),
                true,
                delegatesAllowed() && !people,
                false,
                poolsToo(matter));
    }

    private static RuleKey floodThreshold(FloodMatter matter) {
        return switch (matter) {
            case ORDINARY, MONEY -> RuleKey.FLOOD_THRESHOLD;
            case CONSENT -> RuleKey.FLOOD_ADMIT_THRESHOLD;
            case REMOVE -> RuleKey.FLOOD_REMOVE_THRESHOLD;
            case AMEND -> RuleKey.FLOOD_AMEND_THRESHOLD;
            case ENTRENCHED -> RuleKey.FLOOD_AMEND_E_THRESHOLD;
            case END -> RuleKey.FLOOD_DISSOLVE_THRESHOLD;
            case LOWER -> RuleKey.COMMONS_LOWER_THRESHOLD;
        };
    }

    /** Where the Pools must agree too: for money and the rest as the rules say, for what changes the Flood always. */
    private Optional<BasisPoints> poolsToo(FloodMatter matter) {
        String asked = word(RuleKey.FLOOD_DOUBLE);
        return switch (matter) {
            case ORDINARY, REMOVE ->
                asked.equals("persons_and_pools_always")
                        ? Optional.of(share(RuleKey.FLOOD_POOLS_THRESHOLD))
                        : Optional.empty();
            case MONEY ->
                asked.equals("persons") ? Optional.empty() : Optional.of(share(RuleKey.FLOOD_POOLS_THRESHOLD));
            case CONSENT, AMEND, ENTRENCHED, END, LOWER -> Optional.of(share(floodThreshold(matter)));
        };
    }

    /** How such a matter is decided under the rules of a Pool. */
    public DecisionRule decision(Matter matter) {
        boolean expel = matter == Matter.EXPEL;
        boolean firm = matter == Matter.ENTRENCHED;
        boolean inPerson = expel || firm || matter == Matter.DISSOLVE;
        return new DecisionRule(
                share(matter.threshold()),
                firm ? VoteBase.ALL : VoteBase.valueOf(word(RuleKey.VOTE_BASE).toUpperCase(Locale.ROOT)),
                share(matter.quorum()),
                number(RuleKey.VOTE_QUORUM_PEOPLE),
                Math.max(
                        hours(matter, RuleKey.DISCUSS_HOURS, RuleKey.EMERGENCY_DISCUSS_HOURS),
                        expel ? HOURS * number(RuleKey.EXPEL_NOTICE_DAYS) : 0),
                hours(matter, RuleKey.VOTE_HOURS, RuleKey.EMERGENCY_VOTE_HOURS),
                Math.max(number(RuleKey.COOLING_HOURS), HOURS * daysAfter(matter)),
                word(RuleKey.VOTE_CHANGE).equals("change"),
                delegatesAllowed() && !inPerson,
                word(RuleKey.CONFLICT_RULE).equals("abstain"));
    }

    /** How long such a matter waits at least after its vote. */
    private int daysAfter(Matter matter) {
        return switch (matter) {
            case EXPEL -> number(RuleKey.EXPEL_APPEAL_DAYS);
            case LARGE_SPEND -> number(RuleKey.SPEND_GRACE_DAYS);
            default -> 0;
        };
    }

    /** Whether leaving members get back what is left of what they gave while this holds. */
    public boolean redeemsPrincipal() {
        return word(RuleKey.EXIT_REDEEM).equals("principal_less_losses");
    }

    /** What cannot wait takes less time, never more. */
    private int hours(Matter matter, RuleKey usual, RuleKey hurried) {
        return matter == Matter.EMERGENCY ? Math.min(number(usual), number(hurried)) : number(usual);
    }

    /** Whether any of these rules is entrenched, so that it takes two votes to change them. */
    public boolean entrench(Set<String> keys) {
        return specs().stream()
                .anyMatch(spec -> spec.articleClass() == ArticleClass.E
                        && keys.contains(spec.key().word()));
    }

    /** These values alone, by key, in the alphabet's order. */
    public Map<String, Object> only(Set<String> keys) {
        Map<String, Object> some = new TreeMap<>(asMap());
        some.keySet().retainAll(keys);
        return Collections.unmodifiableMap(some);
    }

    /** How far apart two votes on a firm rule must be at least. */
    public int amendGapDays() {
        return number(isCompact() ? RuleKey.FLOOD_AMEND_GAP_DAYS : RuleKey.AMEND_GAP_DAYS);
    }

    /** How long after that the second one may open. */
    public int amendWindowDays() {
        return number(isCompact() ? RuleKey.FLOOD_AMEND_WINDOW_DAYS : RuleKey.AMEND_WINDOW_DAYS);
    }

    private boolean isCompact() {
        return sheet.kind() != Edition.Kind.AGREEMENT;
    }

    /** Whether members may let others vote. */
    public boolean delegatesAllowed() {
        return word(isCompact() ? RuleKey.FLOOD_DELEGATE_ALLOWED : RuleKey.DELEGATE_ALLOWED)
                .equals("yes");
    }

    /** The most members a Pool may have, at least 1; empty when there is no limit. */
    public OptionalInt memberCap() {
        int cap = number(RuleKey.MEMBER_CAP);
        return cap == RuleType.Whole.NONE ? OptionalInt.empty() : OptionalInt.of(cap);
    }

    /** How long a giver may take back a card payment that has not been spent; zero when not at all. */
    public Duration refundWindow() {
        return Duration.ofDays(number(RuleKey.REFUND_DAYS));
    }

    /** Whether card money may be spent before it has arrived. */
    public boolean spendsPending() {
        return word(RuleKey.SPEND_PENDING).equals("spend");
    }

    /** Whether the form for giving proposes that the giver bears the card costs. */
    public boolean giverBearsFees() {
        return word(RuleKey.FEE_BY).equals("contributor");
    }

    public int number(RuleKey key) {
        return (Integer) value(key);
    }

    public BasisPoints share(RuleKey key) {
        return new BasisPoints(number(key));
    }

    public String word(RuleKey key) {
        return (String) value(key);
    }

    /** What can be set, in the order of the sheet. */
    public List<RuleSpec> specs() {
        return sheet.specs();
    }

    /** All values by key, in the order of the sheet: {@link Integer} or {@link String}; as in the API. */
    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(sheet.inOrder(values));
    }

    /** Every rule for people, in the order of the sheet. */
    public List<RuleLine> lines() {
        return sheet.specs().stream()
                .map(spec -> RuleLine.of(spec, value(spec.key())))
                .toList();
    }

    /** What differs from earlier rules of the same sheet, in the order of the sheet; may be empty. */
    public List<RuleChange> changesSince(Rules earlier) {
        return sheet.specs().stream()
                .filter(spec -> !value(spec.key()).equals(earlier.value(spec.key())))
                .map(spec -> new RuleChange(
                        RuleLine.of(spec, earlier.value(spec.key())), RuleLine.of(spec, value(spec.key()))))
                .toList();
    }

    private Object value(RuleKey key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("a " + sheet.kind() + " has no " + key.word());
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rules rules && values.equals(rules.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
