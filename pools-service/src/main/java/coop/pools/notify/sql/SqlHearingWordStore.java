package coop.pools.notify.sql;

import coop.pools.notify.WordStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Words about hearings, the same SQL on both databases; looks at proposals only to see which are not over. */
@RegisterConstructorMapper(WordStore.Word.class)
public interface SqlHearingWordStore extends WordStore {
    @Override
    @SqlQuery("""
            select p.id from proposal p where p.next_step in ('open', 'close', 'enact') and p.action_type = 'remove-pool'
                and not exists (select 1 from hearing_word w where w.proposal_id = p.id)
            order by p.next_step_at limit :limit
            """)
    List<UUID> unplanned(int limit);

    @Override
    @SqlUpdate("""
            insert into hearing_word (proposal_id, kind, due_at) values (:about, :kind, :dueAt) on conflict do nothing
            """)
    int plan(UUID about, String kind, Instant dueAt);

    @Override
    @SqlQuery("""
            select w.proposal_id as about, w.kind, w.after_person from hearing_word w join proposal p on p.id = w.proposal_id
            where w.done_at is null and (p.next_step is null or (w.kind <> 'ended' and w.due_at <= :now))
            order by w.due_at, w.proposal_id limit :limit
            """)
    List<Word> due(Instant now, int limit);

    @Override
    @SqlQuery("""
            select proposal_id as about, kind, after_person from hearing_word
            where proposal_id = :about and kind = :kind and done_at is null for update skip locked
            """)
    Optional<Word> lock(UUID about, String kind);

    @Override
    @SqlUpdate("update hearing_word set after_person = :afterPerson where proposal_id = :about and kind = :kind")
    int advance(UUID about, String kind, UUID afterPerson);

    @Override
    @SqlUpdate("update hearing_word set done_at = :now where proposal_id = :about and kind = :kind")
    int finish(UUID about, String kind, Instant now);
}
