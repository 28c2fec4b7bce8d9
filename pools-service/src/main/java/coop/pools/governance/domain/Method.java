package coop.pools.governance.domain;

import java.util.Locale;
import java.util.Optional;

/** In which way people decide. */
public enum Method {
    /** Agree, abstain, disagree, and block where the proposal offers it. */
    AGREE,
    /** Agree, abstain or disagree, to feel how people stand: never binds and never carries anything out. */
    SENSE_CHECK,
    /** One of the options. */
    CHOOSE_ONE,
    /** As many of the options as one likes. */
    APPROVAL,
    /** Each option from 0 to a most. */
    SCORE,
    /** So many dots to spread over the options. */
    DOTS,
    /** Options in order, counted as an instant run-off. */
    RANKED,
    /** Options in order for several seats, counted as a single transferable vote. */
    ELECTION,
    /** Times that suit, or would do if need be: finds a time and carries nothing out. */
    MEETING_TIME;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Method> ofWord(String word) {
        for (Method method : values()) {
            if (method.word().equals(word)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** Whether its result decides; the others only tell. */
    public boolean binds() {
        return this != SENSE_CHECK && this != MEETING_TIME;
    }

    /** Whether people mark options and not the proposal as it is. */
    public boolean hasOptions() {
        return this != AGREE && this != SENSE_CHECK;
    }

    /** Whether options are put in order. */
    public boolean ranks() {
        return this == RANKED || this == ELECTION;
    }
}
