package coop.pools.notify.sql;

import coop.pools.notify.NoticeStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Notices, the same SQL on both databases. */
@RegisterConstructorMapper(NoticeStore.Told.class)
public interface SqlNoticeStore extends NoticeStore {
    String TOLD = "select id, kind, text, path, told_at, read_at from notice where person_id = :person ";

    @Override
    @SqlUpdate("""
            insert into notice (id, person_id, kind, text, path, told_at)
            values (:id, :person, :kind, :text, :path, :at) on conflict do nothing
            """)
    int insert(UUID id, UUID person, String kind, String text, String path, Instant at);

    @Override
    @SqlQuery(TOLD + "and told_at < :before order by told_at desc, id desc limit :limit")
    List<Told> before(UUID person, Instant before, int limit);

    @Override
    @SqlQuery(TOLD + "and read_at is null order by told_at desc, id desc limit :limit")
    List<Told> unread(UUID person, int limit);

    @Override
    @SqlQuery("select count(*) from notice where person_id = :person and read_at is null")
    long countUnread(UUID person);

    @Override
    @SqlUpdate("update notice set read_at = :now where person_id = :person and read_at is null and told_at <= :upTo")
    int markRead(UUID person, Instant upTo, Instant now);
}
