package coop.pools.ledger.sql;

import coop.pools.ledger.FreezeStore;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Freezes, the same SQL on both databases. */
@RegisterConstructorMapper(Freeze.class)
@RegisterConstructorMapper(SqlFreezeStore.Row.class)
public interface SqlFreezeStore extends FreezeStore {
    String OPEN = "select book_id as book, upper(reason) as reason, detail, since from book_freeze ";

    @Override
    @SqlUpdate("""
            insert into book_freeze (id, book_id, reason, detail, since)
            values (:id, :f.book, :f.reason.word, :f.detail, :f.since)
            """)
    void insert(UUID id, @BindMethods("f") Freeze freeze);

    @Override
    default int lift(UUID book, Freeze.Reason reason, Instant at, String why) {
        return liftRows(book, reason.word(), at, why);
    }

    @SqlUpdate("""
            update book_freeze set lifted_at = :at, lifted_why = :why
            where book_id = :book and reason = :reason and lifted_at is null
            """)
    int liftRows(UUID book, String reason, Instant at, String why);

    @Override
    @SqlQuery(OPEN + "where book_id = :book and lifted_at is null order by since, reason")
    List<Freeze> open(UUID book);

    @Override
    default List<UUID> booksOpen(Freeze.Reason reason, UUID after, int limit) {
        return bookRows(reason.word(), after, limit);
    }

    @SqlQuery("""
            select book_id from book_freeze
            where lifted_at is null and reason = :reason and book_id > :after order by book_id limit :limit
            """)
    List<UUID> bookRows(String reason, UUID after, int limit);

    @Override
    default Optional<Stop> stop(UUID id) {
        return row(id).map(row ->
                new Stop(new Freeze(row.book(), row.reason(), row.detail(), row.since()), row.liftedAt()));
    }

    /** A row with its end. */
    record Row(UUID book, Freeze.Reason reason, String detail, Instant since, Optional<Instant> liftedAt) {}

    @SqlQuery(
            "select book_id as book, upper(reason) as reason, detail, since, lifted_at from book_freeze where id = :id")
    Optional<Row> row(UUID id);

    @Override
    @SqlQuery(OPEN + "where lifted_at is null order by since, book_id, reason limit :limit")
    List<Freeze> allOpen(int limit);
}
