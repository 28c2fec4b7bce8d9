package coop.pools.payout.sql;

import coop.pools.payout.PayoutStore;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Payout.Ground;
import coop.pools.payout.domain.Payout.Hold;
import coop.pools.payout.domain.Payout.Sending;
import coop.pools.payout.domain.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Payouts, the same SQL on both databases. */
@RegisterRowMapper(PayoutMapper.class)
public interface SqlPayoutStore extends PayoutStore {
    String SELECT = """
            select id, body_kind, body_id, proposal_id, exit_id, pledge_id, home, payee_id, amount, currency, purpose, way, state, account_id,
                   transfer_id, attempt, first_sent_at, came_back, held_since, held_for, note, tries, next_try_at, created_at, ended_at
            from payout
            """;

    /** A payout's columns. */
    record Row(
            UUID id,
            String bodyKind,
            UUID bodyId,
            Optional<UUID> proposalId,
            Optional<UUID> exitId,
            Optional<UUID> pledgeId,
            boolean home,
            UUID payeeId,
            long amount,
            String currency,
            String purpose,
            String way,
            String state,
            Optional<String> accountId,
            Optional<String> transferId,
            int attempt,
            Optional<Instant> firstSentAt,
            long cameBack,
            Optional<Instant> heldSince,
            Optional<String> heldFor,
            String note,
            int tries,
            Optional<Instant> nextTryAt,
            Instant createdAt,
            Optional<Instant> endedAt) {
        static Row of(Payout payout) {
            return new Row(
                    payout.id(),
                    payout.body().kind().word(),
                    payout.body().id(),
                    payout.ground().of(Ground.Kind.PROPOSAL),
                    payout.ground().claim(),
                    payout.ground().of(Ground.Kind.PLEDGE),
                    payout.ground().isHome(),
                    payout.payeeId(),
                    payout.amount().minorUnits(),
                    payout.amount().currency().getCurrencyCode(),
                    payout.purpose(),
                    payout.way().word(),
                    payout.state().word(),
                    payout.sending().map(Sending::accountId),
                    payout.sending().flatMap(Sending::transferId),
                    payout.sending().map(Sending::attempt).orElse(1),
                    payout.sending().map(Sending::firstSentAt),
                    payout.cameBack().minorUnits(),
                    payout.hold().map(Hold::since),
                    payout.hold().map(Hold::details),
                    payout.note(),
                    payout.backoff().tries(),
                    payout.backoff().nextAt(),
                    payout.createdAt(),
                    payout.endedAt());
        }
    }

    @Override
    default int insert(Payout payout) {
        return insertRow(Row.of(payout));
    }

    @SqlUpdate("""
            insert into payout (id, body_kind, body_id, proposal_id, exit_id, pledge_id, home, payee_id, amount, currency, purpose, way, state,
                                attempt, note, tries, next_try_at, created_at)
            values (:id, :bodyKind, :bodyId, cast(:proposalId as uuid), cast(:exitId as uuid), cast(:pledgeId as uuid), :home, :payeeId, :amount, :currency, :purpose, :way, :state,
                    :attempt, :note, :tries, cast(:nextTryAt as timestamp with time zone), :createdAt)
            on conflict do nothing
            """)
    int insertRow(@BindMethods Row row);

    @Override
    @SqlQuery(SELECT + "where id = :id")
    Optional<Payout> find(UUID id);

    @Override
    @SqlQuery(SELECT + "where id = :id for update")
    Optional<Payout> lock(UUID id);

    @Override
    @SqlQuery(SELECT + "where proposal_id = :proposal")
    Optional<Payout> ofProposal(UUID proposal);

    @Override
    @SqlQuery(SELECT + "where exit_id = :claim order by created_at, id")
    List<Payout> ofExit(UUID claim);

    @Override
    default void save(Payout payout) {
        updateRow(Row.of(payout));
    }

    @SqlUpdate("""
            update payout set state = :state, account_id = cast(:accountId as varchar),
                transfer_id = cast(:transferId as varchar), attempt = :attempt,
                first_sent_at = cast(:firstSentAt as timestamp with time zone), came_back = :cameBack,
                held_since = cast(:heldSince as timestamp with time zone), held_for = cast(:heldFor as varchar),
                note = :note, tries = :tries,
                next_try_at = cast(:nextTryAt as timestamp with time zone),
                ended_at = cast(:endedAt as timestamp with time zone)
            where id = :id
            """)
    void updateRow(@BindMethods Row row);

    @Override
    @SqlQuery(SELECT + """
            where state in ('reserved', 'sent') and next_try_at <= :now order by next_try_at limit :limit
            """)
    List<Payout> due(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update payout set next_try_at = :nextTry, tries = :tries where id = :id and next_try_at = :readNextTry
            """)
    int lease(UUID id, Instant readNextTry, Instant nextTry, int tries);

    @Override
    @SqlUpdate(
            "update payout set next_try_at = :now where payee_id = :payee and state = 'reserved' and way = 'processor'")
    void hurry(UUID payee, Instant now);

    @Override
    default List<Payout> ofBody(UUID body, Optional<UUID> after, int limit) {
        return after.map(id -> ofBodyAfter(body, id, limit)).orElseGet(() -> ofBodyFirst(body, limit));
    }

    @SqlQuery(SELECT + "where body_id = :body order by created_at desc, id desc limit :limit")
    List<Payout> ofBodyFirst(UUID body, int limit);

    @SqlQuery(SELECT + """
            where body_id = :body and exists (
                select 1 from payout a where a.id = :after and (payout.created_at < a.created_at
                    or (payout.created_at = a.created_at and payout.id < a.id)))
            order by created_at desc, id desc limit :limit
            """)
    List<Payout> ofBodyAfter(UUID body, UUID after, int limit);

    @Override
    default void append(UUID payout, Word word) {
        insertWord(payout, word.no(), word.person(), word.kind().word(), word.text(), word.at());
    }

    @SqlUpdate("""
            insert into payout_word (payout_id, no, person_id, kind, text, said_at)
            values (:payout, :no, :person, :kind, :text, :at)
            """)
    void insertWord(UUID payout, int no, UUID person, String kind, String text, Instant at);

    @Override
    @SqlQuery("select no, person_id, kind, text, said_at from payout_word where payout_id = :payout order by no")
    @RegisterRowMapper(WordMapper.class)
    List<Word> words(UUID payout);
}
