package coop.pools.notify.sql;

import coop.pools.notify.WordStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Words about rounds, the same SQL on both databases; looks at rounds only to see which are open. */
@RegisterConstructorMapper(WordStore.Word.class)
public interface SqlRoundWordStore extends WordStore {
    @Override
    @SqlQuery("""
            select r.id from funding_round r where r.ended_at is null
                and not exists (select 1 from round_word w where w.round_id = r.id)
            order by r.closes_at limit :limit
            """)
    List<UUID> unplanned(int limit);

    @Override
    @SqlUpdate("insert into round_word (round_id, kind, due_at) values (:about, :kind, :dueAt) on conflict do nothing")
    int plan(UUID about, String kind, Instant dueAt);

    @Override
    @SqlQuery("""
            select w.round_id as about, w.kind, w.after_person from round_word w join funding_round r on r.id = w.round_id
            where w.done_at is null and (r.ended_at is not null or (w.kind <> 'ended' and w.due_at <= :now))
            order by w.due_at, w.round_id limit :limit
            """)
    List<Word> due(Instant now, int limit);

    @Override
    @SqlQuery("""
            select round_id as about, kind, after_person from round_word
            where round_id = :about and kind = :kind and done_at is null for update skip locked
            """)
    Optional<Word> lock(UUID about, String kind);

    @Override
    @SqlUpdate("update round_word set after_person = :afterPerson where round_id = :about and kind = :kind")
    int advance(UUID about, String kind, UUID afterPerson);

    @Override
    @SqlUpdate("update round_word set done_at = :now where round_id = :about and kind = :kind")
    int finish(UUID about, String kind, Instant now);
}
