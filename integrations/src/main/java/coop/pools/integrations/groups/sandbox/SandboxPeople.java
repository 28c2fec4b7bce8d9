package coop.pools.integrations.groups.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The people of the sandbox. Nobody is real: first names only, and a crowd of 49,988 whose names are made of
 * syllables. Everything follows from the subject, so nothing is kept in memory and every run sees the same people.
 */
public final class SandboxPeople {
    /** With the twelve people who have names of their own in it, the largest group is 50,000. */
    static final int CROWD = 49_988;

    private static final Map<String, String> NAMED = named(
            "Ana", "Ben", "Chi", "Dee", "Eli", "Fay", "Gus", "Hal", "Ivy", "Jon", "Kim", "Leo", "Mia", "Nia", "Oto",
            "Pia", "Rex", "Sol", "Tam", "Uma");
    private static final String[] SYLLABLES = ("ba be bo da de di do la le li lo lu ma me mi mo na ne ni no"
                    + " ra re ri ru sa se ta te ti to va ve vi vo za ze zo")
            .split(" ");
    private static final Pattern CROWD_SUBJECT = Pattern.compile("crowd-(\\d{5})");

    private SandboxPeople() {}

    /** The twenty people with a name of their own: subject ({@code ana}) to name (Ana), in this order. */
    public static Map<String, String> named() {
        return NAMED;
    }

    /** The name of anybody in the sandbox; empty when there is no such person. */
    public static Optional<String> nameOf(String subject) {
        return Optional.ofNullable(NAMED.get(subject))
                .or(() -> crowdNumber(subject).map(SandboxPeople::crowdName));
    }

    /** {@code crowd-00001} and so on, up to {@link #CROWD}. */
    static String crowdSubject(int number) {
        return "crowd-%05d".formatted(number);
    }

    static Optional<Integer> crowdNumber(String subject) {
        Matcher matcher = CROWD_SUBJECT.matcher(subject);
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1))).filter(n -> n >= 1 && n <= CROWD)
                : Optional.empty();
    }

    /** Three syllables, different for every number: 37 to the power of 3 is 50,653, and the stride shares no factor. */
    private static String crowdName(int number) {
        int base = SYLLABLES.length;
        int mixed = (int) (number * 20_011L % (base * base * base));
        String name = SYLLABLES[mixed / (base * base)] + SYLLABLES[mixed / base % base] + SYLLABLES[mixed % base];
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Map<String, String> named(String... names) {
        Map<String, String> people = new LinkedHashMap<>();
        for (String name : names) {
            people.put(name.toLowerCase(Locale.ROOT), name);
        }
        return Collections.unmodifiableMap(people);
    }
}
