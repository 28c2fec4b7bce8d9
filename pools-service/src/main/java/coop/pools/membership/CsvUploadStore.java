package coop.pools.membership;

import coop.pools.membership.domain.RosterRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rosters from CSV files, waiting for their Pool. Each belongs to whom uploaded it and is found by no one else. */
public interface CsvUploadStore {
    /** Answers 0 when the id is taken. */
    int insert(Upload upload);

    /** Rows are numbered from 1. */
    void insertRows(UUID uploadId, List<RosterRow> rows);

    void insertNotes(UUID uploadId, List<Note> notes);

    /** Not yet expired, and this person's. */
    Optional<Upload> find(UUID id, UUID person, Instant now);

    /** Not yet expired, newest first, at most 50. */
    List<Upload> of(UUID person, Instant now);

    List<RosterRow> rowsAfter(UUID uploadId, int rowNo, int limit);

    /** Skipped rows and remarks, in the order of lines. */
    List<Note> notes(UUID uploadId);

    void keepUntil(UUID id, Instant expiresAt);

    List<UUID> expired(Instant now, int limit);

    void deleteRows(UUID uploadId);

    void deleteNotes(UUID uploadId);

    void delete(UUID id);

    /**
     * An uploaded roster.
     *
     * @param skipped how many rows of the file are not among the members
     * @param columns which column was read as what, in words
     */
    record Upload(
            UUID id,
            UUID personId,
            String name,
            int members,
            int skipped,
            String columns,
            Instant uploadedAt,
            Instant expiresAt) {}

    /** Something about one line of the file. @param skipped whether its row was left out */
    record Note(int line, String reason, boolean skipped, String text) {}
}
