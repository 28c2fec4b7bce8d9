package coop.pools.notify;

import coop.pools.kernel.Notices;
import coop.pools.notify.WordStore.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What people are told of when it opens, some time before it closes, and once it is over: votes, rounds. */
interface Occasion {
    /** What it is called in the ids of notices. */
    String word();

    /** The kind of the last word. */
    String end();

    /** Empty where nothing is to be told. */
    Optional<Span> span(UUID id);

    /** The next ones of those whom it concerns, at most so many. */
    Page page(Word word, int most, Instant now);

    /** From when until when it is open. */
    record Span(Instant opensAt, Instant closesAt) {}

    /**
     * @param people whom it concerns, by id; none where it is too late for the word
     * @param told those of them to whom the word goes
     * @param notices what each of them is told; the first one says it, others what to do about it
     */
    record Page(List<UUID> people, List<UUID> told, Supplier<List<Notices.Notice>> notices) {
        static Page of(List<UUID> people, List<UUID> told, Supplier<Notices.Notice> notice) {
            return new Page(people, told, () -> List.of(notice.get()));
        }
    }
}
