package coop.pools.receipt.sql;

import coop.pools.receipt.ReceiptStore;
import coop.pools.receipt.domain.Receipt;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Receipts, the same SQL on both databases. */
@RegisterRowMapper(ReceiptMapper.class)
public interface SqlReceiptStore extends ReceiptStore {
    String SELECT = """
            select id, body_kind, body_id, about_id, no, media_type, size_bytes, sha256, kept_by, kept_at,
                purpose, erased_at from receipt
            """;

    /** A receipt's columns. */
    record Row(
            UUID id,
            String bodyKind,
            UUID bodyId,
            UUID aboutId,
            int no,
            String mediaType,
            int sizeBytes,
            byte[] sha256,
            UUID keptBy,
            Instant keptAt,
            String purpose) {
        static Row of(Receipt receipt) {
            return new Row(
                    receipt.id(),
                    receipt.body().kind().word(),
                    receipt.body().id(),
                    receipt.about(),
                    receipt.no(),
                    receipt.type().mediaType(),
                    receipt.sizeBytes(),
                    HexFormat.of().parseHex(receipt.sha256()),
                    receipt.keptBy(),
                    receipt.keptAt(),
                    receipt.purpose().word());
        }
    }

    @Override
    default void insert(Receipt receipt) {
        insertRow(Row.of(receipt));
    }

    @SqlUpdate("""
            insert into receipt (id, body_kind, body_id, about_id, no, media_type, size_bytes, sha256, kept_by, kept_at,
                purpose)
            values (:id, :bodyKind, :bodyId, :aboutId, :no, :mediaType, :sizeBytes, :sha256, :keptBy, :keptAt,
                :purpose)
            """)
    void insertRow(@BindMethods Row row);

    @Override
    @SqlUpdate("insert into receipt_chunk (receipt_id, no, bytes) values (:receipt, :no, :bytes)")
    void insertChunk(UUID receipt, int no, byte[] bytes);

    @Override
    @SqlQuery(SELECT + "where id = :id")
    Optional<Receipt> find(UUID id);

    @Override
    @SqlQuery(SELECT + "where about_id = :about order by no")
    List<Receipt> about(UUID about);

    @Override
    @SqlQuery("select bytes from receipt_chunk where receipt_id = :receipt order by no")
    List<byte[]> chunks(UUID receipt);

    @Override
    @SqlQuery(SELECT + """
            where about_id = :proposal and purpose = 'proposal' or purpose = 'comment' and about_id in (
                select id from proposal_comment where proposal_id = :proposal)
            order by kept_at, no, id
            """)
    List<Receipt> attached(UUID proposal);

    @Override
    @SqlQuery("""
            select count(*) from receipt where kept_by = :person and kept_at > :since and purpose <> 'money'
            """)
    long attachedSince(UUID person, Instant since);

    @Override
    @SqlUpdate("update receipt set erased_at = :at where id = :id and erased_at is null and purpose <> 'money'")
    int markErased(UUID id, Instant at);

    @Override
    @SqlUpdate("delete from receipt_chunk where receipt_id = :id")
    void deleteChunks(UUID id);
}
