package coop.pools.treasury;

/**
 * What became of an event.
 *
 * @param reason why it was not applied; empty when it was
 */
public record Verdict(EventState state, String reason) {
    /** Its effect stands, now or from before. */
    public static Verdict applied() {
        return new Verdict(EventState.APPLIED, "");
    }

    /** It is true but changes nothing. */
    public static Verdict ignored(String reason) {
        return new Verdict(EventState.IGNORED, reason);
    }

    /** It does not fit what we know: nothing was done, and people have to look. */
    public static Verdict setAside(String reason) {
        return new Verdict(EventState.SET_ASIDE, reason);
    }
}
