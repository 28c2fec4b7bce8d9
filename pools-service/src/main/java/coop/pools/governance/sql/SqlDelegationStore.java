package coop.pools.governance.sql;

import coop.pools.governance.DelegationStore;
import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.Topic;
import coop.pools.platform.db.NumberRows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of delegations, the same SQL on both databases. */
@RegisterRowMapper(DelegationMapper.class)
public interface SqlDelegationStore extends DelegationStore, SqlObject {
    @Override
    default void append(UUID body, Delegation delegation) {
        appendRow(body, delegation);
        if (raiseVersion(body) == 0) {
            beginVersion(body);
        }
    }

    @SqlUpdate("update delegation_state set version = version + 1 where body_id = :body")
    int raiseVersion(UUID body);

    @SqlUpdate("insert into delegation_state (body_id, version) values (:body, 1)")
    void beginVersion(UUID body);

    @Override
    @SqlQuery("select coalesce(max(version), 0) from delegation_state where body_id = :body")
    long version(UUID body);

    @Override
    @SqlQuery("""
            select expires_at from delegation where body_id = :body and expires_at > :after
            order by expires_at limit 1
            """)
    Optional<Instant> nextEnd(UUID body, Instant after);

    @SqlUpdate("""
            insert into delegation (body_id, topic, person_id, revision, delegate_id, given_at, expires_at)
            values (:body, :d.topic.word, :d.person, :d.revision, cast(:d.delegate as uuid), :d.givenAt,
                cast(:d.expiresAt as timestamp with time zone))
            """)
    void appendRow(UUID body, @BindMethods("d") Delegation delegation);

    @Override
    @SqlQuery("""
            select * from delegation where body_id = :body and topic = :topic.word and person_id = :person
            order by revision desc limit 1
            """)
    Optional<Delegation> latest(UUID body, UUID person, @BindMethods("topic") Topic topic);

    @Override
    @SqlQuery("""
            select * from delegation d where body_id = :body and given_at < :before and not exists (
                select 1 from delegation later where later.body_id = d.body_id and later.topic = d.topic
                    and later.person_id = d.person_id and later.revision = d.revision + 1
                    and later.given_at < :before)
            order by person_id, topic
            """)
    List<Delegation> asOf(UUID body, Instant before);

    @Override
    @SqlQuery("""
            select count(*) from delegation where body_id = :body and person_id = :person
                and delegate_id is not null and given_at >= :since
            """)
    long givenSince(UUID body, UUID person, Instant since);

    @Override
    @SqlQuery("select count(distinct topic) from delegation where body_id = :body and person_id = :person")
    long topics(UUID body, UUID person);

    @Override
    @SqlQuery("select exists (select 1 from delegation where body_id = :body)")
    boolean any(UUID body);

    @Override
    default void each(UUID body, List<Topic> topics, Instant at, RawVote.Delegations each) {
        boolean several = topics.size() > 1;
        String moment = "timestamp with time zone '" + at.atOffset(ZoneOffset.UTC) + "'";
        for (int place = 0; place < topics.size(); place++) {
            int topic = place;
            // A topic's word is made of small letters, digits, dashes and a colon.
            String word = Topic.of(topics.get(place).word()).orElseThrow().word();
            String select = "select person_id, revision, case when expires_at > " + moment + " then delegate_id end"
                    + (several ? ", given_at, coalesce(expires_at, given_at)" : "")
                    + " from delegation where body_id = cast('" + body + "' as uuid) and topic = '" + word
                    + "' and given_at < " + moment;
            NumberRows.read(getHandle().getConnection(), select, row -> {
                boolean ended = row.isNull(2);
                each.delegation(
                        topic,
                        row.high(0),
                        row.low(0),
                        row.number(1),
                        ended ? 0 : row.high(2),
                        ended ? 0 : row.low(2),
                        several ? new RawVote.Held(row.micros(3), row.micros(4)) : RawVote.Held.UNASKED);
            });
        }
    }
}
