package coop.pools.membership.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The reading of one roster, page by page.
 *
 * @param personId in whose name the source is asked
 * @param nextCursor where the next page begins; empty for the first
 * @param pages how many have been taken in
 * @param readCount how many people were on them
 * @param total how many the source says there are
 * @param failures in a row, since the last page
 * @param problem the last failure's code; empty when all is well
 * @param nextAt when it is due
 */
public record RosterImport(
        UUID id,
        UUID poolId,
        UUID personId,
        String source,
        String groupId,
        Optional<String> nextCursor,
        ImportState state,
        int pages,
        int readCount,
        Optional<Integer> total,
        int failures,
        Optional<String> problem,
        Instant nextAt,
        Instant startedAt) {

    /** One that begins with the first page. */
    public static RosterImport begin(
            UUID id, UUID poolId, UUID personId, String source, String groupId, Instant dueAt, Instant now) {
        return new RosterImport(
                id,
                poolId,
                personId,
                source,
                groupId,
                Optional.empty(),
                ImportState.RUNNING,
                0,
                0,
                Optional.empty(),
                0,
                Optional.empty(),
                dueAt,
                now);
    }

    /** As it is after one more page. */
    public RosterImport after(RosterChunk chunk, Instant dueAt) {
        return new RosterImport(
                id,
                poolId,
                personId,
                source,
                groupId,
                chunk.next(),
                chunk.next().isPresent() ? ImportState.RUNNING : ImportState.DONE,
                pages + 1,
                readCount + chunk.rows().size(),
                chunk.total().or(() -> total),
                0,
                Optional.empty(),
                dueAt,
                startedAt);
    }

    /** As it is after a failure; given up after {@code mostFailures} in a row. */
    public RosterImport failed(String code, int mostFailures, Instant dueAt) {
        return new RosterImport(
                id,
                poolId,
                personId,
                source,
                groupId,
                nextCursor,
                failures + 1 >= mostFailures ? ImportState.FAILED : ImportState.RUNNING,
                pages,
                readCount,
                total,
                failures + 1,
                Optional.of(code),
                dueAt,
                startedAt);
    }
}
