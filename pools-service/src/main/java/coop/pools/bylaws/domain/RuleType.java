package coop.pools.bylaws.domain;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which values a rule can take. Values are {@link Integer} for numbers and {@link String} for choices. */
public sealed interface RuleType {
    /** The value in its own type when it is allowed; empty when it has the wrong type or is out of range. */
    Optional<Object> accept(Object value);

    /** An allowed value as it reads in the text of the agreement. */
    String inWords(Object value);

    /** What is allowed, for people: "from 24 hours (1 day) to 720 hours (30 days)". */
    String allowed();

    /** The bounds as facts of a refusal: {@code min} and {@code max}, or {@code choices}. */
    Map<String, Object> bounds();

    /**
     * A whole number from {@code min} to {@code max}, both included.
     *
     * @param mayBeNone whether 0 is allowed too and means that there is no limit
     */
    record Whole(int min, int max, RuleUnit unit, boolean mayBeNone) implements RuleType {
        static final int NONE = 0;
        private static final String NONE_IN_WORDS = "no limit";

        public Whole {
            if (min > max || mayBeNone && min <= NONE) {
                throw new IllegalArgumentException("no range: " + min + " to " + max);
            }
        }

        @Override
        public Optional<Object> accept(Object value) {
            boolean whole = value instanceof Integer || value instanceof Long || value instanceof BigInteger;
            return whole ? Optional.of(new BigInteger(value.toString())).flatMap(this::inRange) : Optional.empty();
        }

        private Optional<Object> inRange(BigInteger number) {
            boolean small = number.bitLength() < Integer.SIZE;
            boolean none = mayBeNone && small && number.intValue() == NONE;
            boolean in = small && number.intValue() >= min && number.intValue() <= max;
            return none || in ? Optional.of(number.intValue()) : Optional.empty();
        }

        @Override
        public String inWords(Object value) {
            int number = (Integer) value;
            return mayBeNone && number == NONE ? NONE_IN_WORDS : unit.inWords(number);
        }

        @Override
        public String allowed() {
            String range = "from " + unit.inWords(min) + " to " + unit.inWords(max);
            return mayBeNone ? NONE_IN_WORDS + ", or " + range : range;
        }

        @Override
        public Map<String, Object> bounds() {
            return Map.of("min", mayBeNone ? NONE : min, "max", max);
        }
    }

    /** One of a few words. @param inWords each word with the phrase that stands for it in the text */
    record Choice(Map<String, String> inWords) implements RuleType {
        public Choice {
            if (inWords.isEmpty()) {
                throw new IllegalArgumentException("a choice of nothing");
            }
            inWords = Map.copyOf(inWords);
        }

        @Override
        public Optional<Object> accept(Object value) {
            return value instanceof String word && inWords.containsKey(word) ? Optional.of(word) : Optional.empty();
        }

        @Override
        public String inWords(Object value) {
            return inWords.get((String) value);
        }

        @Override
        public String allowed() {
            return "one of " + choices();
        }

        @Override
        public Map<String, Object> bounds() {
            return Map.of("choices", choices());
        }

        private String choices() {
            return String.join(", ", new TreeMap<>(inWords).keySet());
        }
    }
}
