package coop.pools.ledger.sql;

import coop.pools.ledger.MemoStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Memos, the same SQL on both databases. */
public interface SqlMemoStore extends MemoStore {
    @Override
    @SqlUpdate("""
            insert into memo_erasure (book_id, seq, erased_at)
            select m.book_id, m.seq, :at from memo m join transfer t on t.book_id = m.book_id and t.seq = m.seq
            where t.book_id = :book and t.cause_id in (<causes>)
            on conflict do nothing
            """)
    int recordErasure(UUID book, @BindList List<UUID> causes, Instant at);

    @Override
    @SqlUpdate("""
            delete from memo where book_id = :book and seq in (
                select e.seq from memo_erasure e join transfer t on t.book_id = e.book_id and t.seq = e.seq
                where t.book_id = :book and t.cause_id in (<causes>))
            """)
    int eraseRecorded(UUID book, @BindList List<UUID> causes);
}
