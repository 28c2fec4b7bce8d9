package coop.pools.notify.sql;

import coop.pools.notify.WordStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Words about stopped payouts, the same SQL on both databases; looks at freezes only to see which are lifted. */
@RegisterConstructorMapper(WordStore.Word.class)
public interface SqlStopWordStore extends WordStore {
    @Override
    @SqlQuery("""
            select f.id from book_freeze f where f.lifted_at is null
                and not exists (select 1 from freeze_word w where w.freeze_id = f.id)
            order by f.since limit :limit
            """)
    List<UUID> unplanned(int limit);

    /** Nobody is reminded. */
    @Override
    @SqlUpdate("""
            insert into freeze_word (freeze_id, kind, due_at)
            select f.id, cast(:kind as varchar), cast(:dueAt as timestamp with time zone)
            from book_freeze f where f.id = :about and cast(:kind as varchar) <> 'reminder'
            on conflict do nothing
            """)
    int plan(UUID about, String kind, Instant dueAt);

    /** That payouts go on is said after the first word, which is done without being said where it is too late for it. */
    @Override
    @SqlQuery("""
            select w.freeze_id as about, w.kind, w.after_person
            from freeze_word w join book_freeze f on f.id = w.freeze_id
            where w.done_at is null and case when f.lifted_at is null
                then w.kind = 'opened' and w.due_at <= :now
                else w.kind = 'opened' or exists (
                    select 1 from freeze_word o
                    where o.freeze_id = w.freeze_id and o.kind = 'opened' and o.done_at is not null) end
            order by w.due_at, w.freeze_id limit :limit
            """)
    List<Word> due(Instant now, int limit);

    @Override
    @SqlQuery("""
            select freeze_id as about, kind, after_person from freeze_word
            where freeze_id = :about and kind = :kind and done_at is null for update skip locked
            """)
    Optional<Word> lock(UUID about, String kind);

    @Override
    @SqlUpdate("update freeze_word set after_person = :afterPerson where freeze_id = :about and kind = :kind")
    int advance(UUID about, String kind, UUID afterPerson);

    @Override
    @SqlUpdate("update freeze_word set done_at = :now where freeze_id = :about and kind = :kind")
    int finish(UUID about, String kind, Instant now);

    @Override
    @SqlUpdate("update freeze_word set done_at = :now where freeze_id = :about")
    void leaveOut(UUID about, Instant now);
}
