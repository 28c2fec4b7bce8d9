package coop.pools.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notices, each of one person. */
public interface NoticeStore {
    /** Answers 0 and changes nothing when it has been told before. */
    int insert(UUID id, UUID person, String kind, String text, String path, Instant at);

    /** A person's notices told before that moment, the newest first. */
    List<Told> before(UUID person, Instant before, int limit);

    /** A person's notices that have not been read, the newest first. */
    List<Told> unread(UUID person, int limit);

    long countUnread(UUID person);

    /** Marks what was told up to that moment as read; answers how many. */
    int markRead(UUID person, Instant upTo, Instant now);

    /** A notice as it was told. */
    record Told(UUID id, String kind, String text, String path, Instant toldAt, Optional<Instant> readAt) {}
}
