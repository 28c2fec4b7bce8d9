package coop.pools.treasury.sql;

import coop.pools.treasury.EventState;
import coop.pools.treasury.InboxStore;
import coop.pools.treasury.Verdict;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The inbox, the same SQL on both databases. */
@RegisterRowMapper(WaitingMapper.class)
@RegisterConstructorMapper(InboxStore.SetAside.class)
@RegisterConstructorMapper(SqlInboxStore.UnappliedRow.class)
public interface SqlInboxStore extends InboxStore {
    String WAITING = "select event_id, kind, event, tries, next_try_at from payment_event where state = 'waiting' ";

    /** An event's columns. */
    record Row(
            String eventId,
            String type,
            boolean connect,
            String kind,
            String event,
            byte[] body,
            String state,
            String reason,
            int tries,
            Optional<Instant> nextTryAt,
            Instant createdAt,
            Instant receivedAt) {}

    @Override
    default int insert(Received received, Verdict verdict, Backoff backoff) {
        return insertRow(row(received, verdict, backoff));
    }

    /** An event as it is kept: its texts only where somebody may still have to read them. */
    static Row row(Received received, Verdict verdict, Backoff backoff) {
        boolean done = verdict.state() == EventState.APPLIED;
        return new Row(
                received.eventId(),
                received.type(),
                received.connect(),
                done ? "" : received.event().map(EventJson::kind).orElse("unreadable"),
                received.event().filter(event -> !done).map(EventJson::print).orElse(""),
                done ? new byte[0] : received.body(),
                verdict.state().word(),
                verdict.reason(),
                backoff.tries(),
                backoff.nextAt(),
                received.createdAt(),
                received.receivedAt());
    }

    @SqlUpdate("""
            insert into payment_event (event_id, type, connect, kind, event, body, state, reason, tries, next_try_at,
                                       created_at, received_at)
            values (:eventId, :type, :connect, :kind, :event, :body, :state, :reason, :tries,
                    cast(:nextTryAt as timestamp with time zone), :createdAt, :receivedAt)
            on conflict do nothing
            """)
    int insertRow(@BindMethods Row row);

    @Override
    default void mark(String eventId, Verdict verdict, Backoff backoff) {
        String state = verdict.state().word();
        if (verdict.state() == EventState.APPLIED) {
            dropTexts(eventId, new byte[0]);
        }
        markRow(eventId, state, verdict.reason(), backoff.tries(), backoff.nextAt());
    }

    @SqlUpdate("""
            update payment_event set state = :state, reason = :reason, tries = :tries,
                next_try_at = cast(:nextTryAt as timestamp with time zone)
            where event_id = :eventId
            """)
    void markRow(String eventId, String state, String reason, int tries, Optional<Instant> nextTryAt);

    @SqlUpdate("update payment_event set event = '', body = :nothing where event_id = :eventId")
    void dropTexts(String eventId, byte[] nothing);

    @Override
    @SqlQuery(WAITING + "and next_try_at <= :now order by next_try_at limit :limit")
    List<Waiting> due(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update payment_event set next_try_at = :nextTry, tries = :tries
            where event_id = :eventId and state = 'waiting' and next_try_at = :readNextTry
            """)
    int lease(String eventId, Instant readNextTry, Instant nextTry, int tries);

    @Override
    @SqlQuery(WAITING + "and event_id = :eventId for update")
    Optional<Waiting> lockWaiting(String eventId);

    @Override
    @SqlQuery("""
            select event_id, type, reason, received_at from payment_event where state = 'set_aside'
            order by received_at desc, event_id limit :limit
            """)
    List<SetAside> setAside(int limit);

    @Override
    default Set<String> known(Collection<String> eventIds) {
        return eventIds.isEmpty() ? Set.of() : knownOf(eventIds);
    }

    @SqlQuery("select event_id from payment_event where event_id in (<eventIds>)")
    Set<String> knownOf(@BindList Collection<String> eventIds);

    @Override
    @SqlUpdate("""
            update payment_event set state = 'waiting', tries = 0, next_try_at = :now
            where event_id = :eventId and state = 'set_aside' and kind <> 'unreadable'
            """)
    int retry(String eventId, Instant now);

    @Override
    @SqlUpdate("""
            update payment_event set state = 'waiting', tries = 0, next_try_at = :now
            where state = 'set_aside' and kind <> 'unreadable'
            """)
    int retryAll(Instant now);

    @Override
    @SqlUpdate("""
            update payment_event set state = 'dismissed', reason = :reason
            where event_id = :eventId and state = 'set_aside'
            """)
    int dismiss(String eventId, String reason);

    @Override
    default List<Unapplied> unapplied() {
        return unappliedRows().stream()
                .map(row -> new Unapplied(EventState.of(row.state()), row.events(), row.oldest()))
                .toList();
    }

    /** A state's columns. */
    record UnappliedRow(String state, long events, Instant oldest) {}

    @SqlQuery("""
            select state, count(*) as events, min(received_at) as oldest from payment_event
            where state in ('set_aside', 'waiting') group by state order by state
            """)
    List<UnappliedRow> unappliedRows();
}
