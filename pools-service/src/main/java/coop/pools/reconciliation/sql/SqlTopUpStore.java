package coop.pools.reconciliation.sql;

import coop.pools.reconciliation.TopUpStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The operator's top-ups, the same SQL on both databases. */
@RegisterConstructorMapper(MovementRow.class)
@RegisterConstructorMapper(SqlTopUpStore.Row.class)
@RegisterConstructorMapper(SqlTopUpStore.BackRow.class)
public interface SqlTopUpStore extends TopUpStore {
    /** What a bank has taken back whole before it was taken for anything is nobody's any more. */
    String OWN = """
             where b.category = 'topup' and b.standing = 'platform' and b.account = '' and b.net > (
                select coalesce(-sum(r.net), 0) from balance_transaction r
                where r.category = 'topup_reversal' and r.account = '' and r.source_id = b.source_id)
            """;

    String COLUMNS = """
            select b.account, b.id, b.category, b.source_id, b.subject, b.contribution_id, b.words, b.amount, b.fee, b.net,
                   b.currency, b.created_at, b.available_on, b.standing
            """;

    /** One that names a payment. */
    record Row(@Nested MovementRow movement, UUID reference) {
        Named named() {
            return new Named(topup(movement), reference);
        }
    }

    /** What takes back one that was taken. */
    record BackRow(@Nested MovementRow movement, String topUp, UUID reference) {
        TakenBack takenBack() {
            return new TakenBack(movement.movement(), topUp, reference);
        }
    }

    private static Topup topup(MovementRow row) {
        return new Topup(row.movement(), row.words().orElse(""));
    }

    @Override
    default List<Topup> unread(int limit) {
        return unreadRows(limit).stream().map(SqlTopUpStore::topup).toList();
    }

    @SqlQuery(COLUMNS + "from balance_transaction b" + OWN + """
            and b.words is not null and not exists (select 1 from top_up t where t.movement = b.id)
            order by b.created_at, b.id limit :limit
            """)
    List<MovementRow> unreadRows(int limit);

    @Override
    @SqlUpdate("""
            insert into top_up (movement, reference, state)
            values (:movement, cast(:reference as uuid), case when cast(:reference as uuid) is null then 'none' else 'open' end)
            on conflict do nothing
            """)
    void insert(String movement, Optional<UUID> reference);

    @Override
    default List<Named> open(String after, int limit) {
        return openRows(after, limit).stream().map(Row::named).toList();
    }

    @SqlQuery(COLUMNS + ", t.reference from top_up t join balance_transaction b on b.account = '' and b.id = t.movement"
            + OWN + """
            and t.state = 'open' and t.movement > :after order by t.movement limit :limit
            """)
    List<Row> openRows(String after, int limit);

    @Override
    default List<Named> others() {
        return otherRows().stream().map(Row::named).toList();
    }

    @SqlQuery(COLUMNS + ", t.reference from top_up t join balance_transaction b on b.account = '' and b.id = t.movement"
            + OWN + """
            and t.state = 'other' order by b.created_at desc, b.id desc limit 20
            """)
    List<Row> otherRows();

    @Override
    @SqlUpdate("""
            update top_up set state = 'taken', reference = :reference
            where movement = :movement and state not in ('taken', 'back')
            """)
    int taken(String movement, UUID reference);

    @Override
    @SqlUpdate("update top_up set state = 'other' where movement = :movement and state = 'open'")
    int other(String movement);

    @Override
    @SqlUpdate("""
            update top_up set state = 'open' where state = 'other' and reference = :reference and movement in (
                select b.id from balance_transaction b
                where b.account = '' and b.category = 'topup' and b.net = :minor and b.currency = :currency)
            """)
    int again(UUID reference, long minor, String currency);

    @Override
    default List<TakenBack> takenBack(String after, int limit) {
        return backRows(after, limit).stream().map(BackRow::takenBack).toList();
    }

    @SqlQuery(COLUMNS + """
            , t.movement as top_up, t.reference
            from balance_transaction b
            join balance_transaction o on o.account = '' and o.category = 'topup' and o.source_id = b.source_id
            join top_up t on t.movement = o.id and t.state = 'taken'
            where b.category = 'topup_reversal' and b.account = '' and b.id > :after
                and not exists (select 1 from top_up d where d.movement = b.id)
            order by b.id limit :limit
            """)
    List<BackRow> backRows(String after, int limit);

    @Override
    @SqlUpdate("""
            insert into top_up (movement, reference, state) values (:movement, :reference, 'back') on conflict do nothing
            """)
    void back(String movement, UUID reference);

    @Override
    default Optional<Topup> one(String id) {
        return oneRow(id).map(SqlTopUpStore::topup);
    }

    @SqlQuery(COLUMNS + "from balance_transaction b" + OWN + "and b.id = :id")
    Optional<MovementRow> oneRow(String id);
}
