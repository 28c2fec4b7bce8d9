package coop.pools.governance.domain;

import coop.pools.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What a vote can order about rounds, in which everybody gives an equal part of a pot to buckets. */
public sealed interface RoundOrder {
    /** The word of the action in the API. */
    default String word() {
        return fold(open -> "open-round", end -> "end-round");
    }

    /** What is to be opened; empty when it is an end. */
    default Optional<Open> opening() {
        return fold(Optional::of, end -> Optional.empty());
    }

    /** What is to be ended; empty when it is an opening. */
    default Optional<End> ending() {
        return fold(open -> Optional.empty(), Optional::of);
    }

    <T> T fold(Function<Open, T> open, Function<End, T> end);

    /**
     * A round opens: the pot is set aside, and every member has the same share of it to give.
     *
     * @param pot above zero, in the body's currency
     * @param lines the buckets that can be given to, one at least
     * @param times when it is open
     * @param keepsPartial whether a bucket that gets less than it needs keeps that; otherwise it goes back
     */
    record Open(String name, Money pot, List<Line> lines, Times times, boolean keepsPartial) implements RoundOrder {
        public Open {
            lines = List.copyOf(lines);
        }

        @Override
        public <T> T fold(Function<Open, T> open, Function<End, T> end) {
            return open.apply(this);
        }
    }

    /**
     * A bucket in a round.
     *
     * @param bucket the slug of one that is open; empty for a candidate, which opens with the round
     * @param name of a candidate; empty otherwise
     * @param purpose of a candidate; may be empty
     * @param target the most that the round can give it
     * @param minimum the least that is of use to it; without one it is the target
     */
    record Line(Optional<String> bucket, String name, String purpose, Money target, Optional<Money> minimum) {}

    /**
     * When a round is open.
     *
     * @param opensAt at the earliest; empty: at its enactment
     * @param closesAt a moment; empty where {@code days} says how long it is open
     * @param days from its opening on; 0 where there is a moment
     */
    record Times(Optional<Instant> opensAt, Optional<Instant> closesAt, int days) {
        public static Times days(int days) {
            return new Times(Optional.empty(), Optional.empty(), days);
        }

        /** When a round is open that is enacted then: from, and until. */
        public List<Instant> from(Instant enacted) {
            Instant opens = opensAt.filter(enacted::isBefore).orElse(enacted);
            return List.of(opens, closesAt.orElseGet(() -> opens.plus(Duration.ofDays(days))));
        }
    }

    /**
     * A round ends before its time.
     *
     * @param funds whether the buckets get what they have been given so far; otherwise all goes back
     */
    record End(UUID round, boolean funds) implements RoundOrder {
        @Override
        public <T> T fold(Function<Open, T> open, Function<End, T> end) {
            return end.apply(this);
        }
    }
}
