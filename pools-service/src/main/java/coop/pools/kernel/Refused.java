package coop.pools.kernel;

import java.util.Map;

/**
 * A rule's "no". The code is stable and public; the sentence for people is looked up by it; facts fill that sentence
 * in and reach API clients as they are. A refusal undoes the transaction it is thrown in.
 */
public final class Refused extends RuntimeException {
    private final transient RefusalCode code;
    private final transient Map<String, Object> facts;

    public Refused(RefusalCode code) {
        this(code, Map.of());
    }

    public Refused(RefusalCode code, Map<String, Object> facts) {
        super(code.name(), null, false, false);
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    public RefusalCode code() {
        return code;
    }

    /** What the sentence needs, by name: numbers, strings, instants; may be empty. */
    public Map<String, Object> facts() {
        return facts;
    }
}
