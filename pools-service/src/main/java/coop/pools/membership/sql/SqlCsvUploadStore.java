package coop.pools.membership.sql;

import coop.pools.membership.CsvUploadStore;
import coop.pools.membership.domain.RosterRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Uploaded rosters, the same SQL on both databases. */
@RegisterConstructorMapper(CsvUploadStore.Upload.class)
@RegisterConstructorMapper(CsvUploadStore.Note.class)
@RegisterConstructorMapper(RosterRow.class)
public interface SqlCsvUploadStore extends CsvUploadStore, SqlObject {
    String UPLOAD = "select id, person_id, name, members, skipped, columns_read as columns, uploaded_at, expires_at"
            + " from csv_upload ";

    @Override
    @SqlUpdate("""
            insert into csv_upload (id, person_id, name, members, skipped, columns_read, uploaded_at, expires_at)
            values (:id, :personId, :name, :members, :skipped, :columns, :uploadedAt, :expiresAt) on conflict do nothing
            """)
    int insert(@BindMethods Upload upload);

    @Override
    default void insertRows(UUID uploadId, List<RosterRow> rows) {
        try (PreparedBatch batch = getHandle().prepareBatch("""
                insert into csv_upload_row (upload_id, row_no, subject, name, email, group_role)
                values (:upload, :rowNo, :subject, :name, :email, :role)
                """)) {
            int rowNo = 0;
            for (RosterRow row : rows) {
                rowNo++;
                batch.bind("upload", uploadId)
                        .bind("rowNo", rowNo)
                        .bind("subject", row.subject())
                        .bind("name", row.name())
                        .bind("email", row.email().orElse(null))
                        .bind("role", row.role())
                        .add();
                if (rowNo % 5_000 == 0) {
                    batch.execute();
                }
            }
            if (rowNo % 5_000 != 0) {
                batch.execute();
            }
        }
    }

    @Override
    default void insertNotes(UUID uploadId, List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = getHandle().prepareBatch("""
                insert into csv_upload_note (upload_id, note_no, line, reason, skipped, text)
                values (:upload, :noteNo, :line, :reason, :skipped, :text)
                """)) {
            int noteNo = 0;
            for (Note note : notes) {
                noteNo++;
                batch.bind("upload", uploadId)
                        .bind("noteNo", noteNo)
                        .bindMethods(note)
                        .add();
            }
            batch.execute();
        }
    }

    @Override
    @SqlQuery(UPLOAD + "where id = :id and person_id = :person and expires_at > :now")
    Optional<Upload> find(UUID id, UUID person, Instant now);

    @Override
    @SqlQuery(UPLOAD + "where person_id = :person and expires_at > :now order by uploaded_at desc, id limit 50")
    List<Upload> of(UUID person, Instant now);

    @Override
    @SqlQuery("""
            select subject, name, email, group_role as role from csv_upload_row
            where upload_id = :uploadId and row_no > :rowNo order by row_no limit :limit
            """)
    List<RosterRow> rowsAfter(UUID uploadId, int rowNo, int limit);

    @Override
    @SqlQuery("select line, reason, skipped, text from csv_upload_note where upload_id = :uploadId order by note_no")
    List<Note> notes(UUID uploadId);

    @Override
    @SqlUpdate("update csv_upload set expires_at = :expiresAt where id = :id")
    void keepUntil(UUID id, Instant expiresAt);

    @Override
    @SqlQuery("select id from csv_upload where expires_at <= :now order by expires_at, id limit :limit")
    List<UUID> expired(Instant now, int limit);

    @Override
    @SqlUpdate("delete from csv_upload_row where upload_id = :uploadId")
    void deleteRows(UUID uploadId);

    @Override
    @SqlUpdate("delete from csv_upload_note where upload_id = :uploadId")
    void deleteNotes(UUID uploadId);

    @Override
    @SqlUpdate("delete from csv_upload where id = :id")
    void delete(UUID id);
}
