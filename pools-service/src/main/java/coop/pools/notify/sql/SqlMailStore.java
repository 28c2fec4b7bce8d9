package coop.pools.notify.sql;

import coop.pools.notify.MailStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The outbox, the same SQL on both databases. */
@RegisterConstructorMapper(MailStore.Mail.class)
@RegisterConstructorMapper(MailStore.Aside.class)
@RegisterConstructorMapper(MailStore.Line.class)
@RegisterConstructorMapper(MailStore.Off.class)
public interface SqlMailStore extends MailStore {
    String DROP = "update mail set state = 'dropped', next_at = null, off_secret = null, settled_at = :now "
            + "where state = 'waiting' and person_id = :person ";
    /** That a vote or round has opened is no news in a mail that says how it ended. */
    String UNREAD = """
            from mail_item i join notice n on n.id = i.notice_id where i.mail_id = :mail and n.read_at is null
                and (n.kind not in ('VOTE_OPENED', 'VOTE_REMINDER', 'ROUND_OPENED', 'ROUND_REMINDER') or not exists (
                    select 1 from mail_item later join notice ended on ended.id = later.notice_id
                    where later.mail_id = i.mail_id and ended.path = n.path
                        and (ended.kind in ('VOTE_PASSED', 'VOTE_PASSED_FIRST', 'VOTE_FAILED', 'VOTE_EXPIRED')
                            or ended.kind in ('VOTE_CLOSED', 'ROUND_FUNDED', 'ROUND_RETURNED'))))
            """;

    String OLD = "settled_at < :before";

    @Override
    @SqlUpdate("""
            insert into mail (id, person_id, kind, body_id, state, attempts, next_at, off_secret, off_hash, made_at)
            values (:id, :person, :kind, cast(:body as uuid), 'waiting', 0, :now, :offSecret, :offHash, :now)
            """)
    void insert(UUID id, UUID person, String kind, UUID body, String offSecret, byte[] offHash, Instant now);

    @Override
    @SqlUpdate("""
            insert into mail_item (notice_id, person_id, body_id, mail_id)
            values (:notice, :person, cast(:body as uuid), cast(:mail as uuid))
            """)
    void insertItem(UUID notice, UUID person, UUID body, UUID mail);

    @Override
    @SqlUpdate("""
            update mail_item set mail_id = :mail where person_id = :person and mail_id is null
                and exists (select 1 from notice n where n.id = mail_item.notice_id and n.read_at is null)
            """)
    int fillDigest(UUID person, UUID mail);

    @Override
    @SqlUpdate("delete from mail_item where person_id = :person and mail_id is null")
    int dropWaiting(UUID person);

    @Override
    @SqlUpdate("delete from mail_item where person_id = :person and mail_id is null and body_id = :body")
    int dropWaitingOf(UUID person, UUID body);

    @Override
    @SqlUpdate(DROP + "and kind <> 'confirm'")
    int cancel(UUID person, Instant now);

    @Override
    @SqlUpdate(DROP + "and body_id = :body")
    int cancelOf(UUID person, UUID body, Instant now);

    @Override
    @SqlUpdate(DROP + "and kind = 'confirm'")
    int cancelConfirmations(UUID person, Instant now);

    @Override
    @SqlQuery("select count(*) from mail where person_id = :person and kind = 'confirm' and made_at > :since")
    long countConfirmations(UUID person, Instant since);

    @Override
    @SqlQuery("""
            select id, person_id, kind, body_id, attempts, off_secret from mail
            where state = 'waiting' and next_at <= :now order by next_at limit 1 for update skip locked
            """)
    Optional<Mail> lockDue(Instant now);

    @Override
    @SqlUpdate("update mail set next_at = :until, attempts = attempts + 1 where id = :id")
    int lease(UUID id, Instant until);

    @Override
    @SqlQuery("select n.text, n.path " + UNREAD + "order by n.told_at desc, n.id desc limit :limit")
    List<Line> lines(UUID mail, int limit);

    @Override
    @SqlQuery("select count(*) " + UNREAD)
    long countLines(UUID mail);

    @Override
    @SqlUpdate("""
            update mail set state = :state, next_at = null, off_secret = null, settled_at = :now,
                problem = cast(:problem as varchar)
            where id = :id and state = 'waiting' and attempts = :attempts
            """)
    int settle(UUID id, int attempts, String state, String problem, Instant now);

    @Override
    @SqlQuery("""
            select id, person_id, kind, coalesce(problem, '') as problem, settled_at from mail
            where state = 'aside' order by settled_at desc limit :limit
            """)
    List<Aside> setAside(int limit);

    @Override
    @SqlUpdate("""
            update mail set state = 'waiting', next_at = :now, attempts = 0, off_secret = :offSecret,
                off_hash = :offHash, settled_at = null, problem = null
            where id = :id and state = 'aside'
            """)
    int sendAgain(UUID id, String offSecret, byte[] offHash, Instant now);

    @Override
    @SqlUpdate("""
            update mail set next_at = :until, problem = cast(:problem as varchar)
            where id = :id and state = 'waiting' and attempts = :attempts
            """)
    int postpone(UUID id, int attempts, Instant until, String problem);

    @Override
    @SqlQuery("select person_id, body_id from mail where off_hash = :offHash and kind <> 'confirm'")
    Optional<Off> off(byte[] offHash);

    @Override
    @SqlUpdate("delete from mail_item where mail_id in (select id from mail where " + OLD + ")")
    int forgetItems(Instant before);

    @Override
    @SqlUpdate("delete from mail where " + OLD)
    int forget(Instant before);
}
