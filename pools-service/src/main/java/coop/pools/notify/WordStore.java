package coop.pools.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people have to be told about something, and how far that has come. */
public interface WordStore {
    /** What is open, or has closed early meanwhile, and nothing has been planned about. */
    List<UUID> unplanned(int limit);

    /** Answers 0 when it was planned before. */
    int plan(UUID about, String kind, Instant dueAt);

    /** What is due, the longest waiting first; once it is over only the word on its end, and that not before. */
    List<Word> due(Instant now, int limit);

    /** Holds it unless it is done or somebody else holds it. */
    Optional<Word> lock(UUID about, String kind);

    int advance(UUID about, String kind, UUID afterPerson);

    int finish(UUID about, String kind, Instant now);

    /** The first word came too late and was said to nobody: where the others mean nothing without it they are left out. */
    default void leaveOut(UUID about, Instant now) {}

    /**
     * @param about the vote or round
     * @param kind opened, reminder, or how its end is called
     * @param afterPerson the last one told
     */
    record Word(UUID about, String kind, Optional<UUID> afterPerson) {}
}
