package coop.pools.notify.sql;

import coop.pools.notify.WordStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Words about hearings, the same SQL on both databases; looks at proposals only to see which are not over, and which ask
 * the same: as long as people are told of one hearing of a Pool in a Flood, no other one is planned, and the next one
 * begins a day after it at the earliest. Who proposes it alone, where more have to stand behind it, tells nobody.
 */
@RegisterConstructorMapper(WordStore.Word.class)
public interface SqlHearingWordStore extends WordStore {
    /** The other hearings of the same Pool in the same Flood of which people have been told, or soon are. */
    String OTHERS = """
            from hearing_word w join proposal o on o.id = w.proposal_id
            where w.kind = 'opened' and o.id <> p.id and o.body_id = p.body_id and o.action_type = p.action_type
                and o.action_json = p.action_json
            """;

    String RUNS = "and o.next_step is not null";

    @Override
    @SqlQuery("""
            select p.id from proposal p where p.next_step in ('open', 'close', 'enact') and p.action_type = 'remove-pool'
                and p.sponsors >= p.sponsors_needed
                and not exists (select 1 from hearing_word w where w.proposal_id = p.id)
                and not exists (select 1
            """ + OTHERS + RUNS + ") order by p.next_step_at limit :limit")
    List<UUID> unplanned(int limit);

    @Override
    @SqlUpdate("""
            insert into hearing_word (proposal_id, kind, due_at)
            select p.id, cast(:kind as varchar), greatest(cast(:dueAt as timestamp with time zone),
                coalesce((select max(w.due_at) + interval '1' day
            """ + OTHERS + """
            ), cast(:dueAt as timestamp with time zone)))
            from proposal p where p.id = :about and not exists (select 1
            """ + OTHERS + RUNS + ") on conflict do nothing")
    int plan(UUID about, String kind, Instant dueAt);

    /** The word on its end follows the first one, which is done without being said where it is too late for it. */
    @Override
    @SqlQuery("""
            select w.proposal_id as about, w.kind, w.after_person from hearing_word w join proposal p on p.id = w.proposal_id
            where w.done_at is null and case when p.next_step is null
                then w.kind = 'opened' or exists (
                    select 1 from hearing_word f
                    where f.proposal_id = w.proposal_id and f.kind = 'opened' and f.done_at is not null)
                else w.kind <> 'ended' and w.due_at <= :now end
            order by w.due_at, w.proposal_id limit :limit
            """)
    List<Word> due(Instant now, int limit);

    /** What nobody was told of does not hold up the word on the next one either. */
    @Override
    @SqlUpdate("""
            update hearing_word set done_at = :now, due_at = (
                select p.created_at - interval '1' day from proposal p where p.id = hearing_word.proposal_id)
            where proposal_id = :about
            """)
    void leaveOut(UUID about, Instant now);

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
