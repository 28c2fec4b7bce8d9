package coop.pools.reconciliation.sql;

import coop.pools.kernel.Money;
import coop.pools.reconciliation.DifferenceStore;
import coop.pools.reconciliation.MovementStore;
import coop.pools.reconciliation.domain.Difference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Differences, the same SQL on both databases. */
@RegisterConstructorMapper(SqlDifferenceStore.Row.class)
@RegisterConstructorMapper(MovementStore.Sum.class)
public interface SqlDifferenceStore extends DifferenceStore {
    String SELECT = """
            select id, kind, category, object, subject, account, currency, in_books, at_processor, first_seen_at,
                   resolved_at
            from reconciliation_difference
            """;

    /** A difference as its columns. */
    record Row(
            UUID id,
            String kind,
            String category,
            String object,
            String subject,
            String account,
            String currency,
            long inBooks,
            long atProcessor,
            Instant firstSeenAt,
            Optional<Instant> resolvedAt) {
        static Row of(UUID id, Difference difference, Instant at) {
            return new Row(
                    id,
                    difference.kind().name(),
                    difference.category(),
                    difference.object(),
                    difference.subject(),
                    difference.account(),
                    difference.atProcessor().currency().getCurrencyCode(),
                    difference.inBooks().minorUnits(),
                    difference.atProcessor().minorUnits(),
                    at,
                    Optional.empty());
        }

        Known known() {
            Difference difference = new Difference(
                    Difference.Kind.valueOf(kind),
                    category,
                    object,
                    subject,
                    account,
                    Money.of(inBooks, currency),
                    Money.of(atProcessor, currency));
            return new Known(id, difference, firstSeenAt, resolvedAt);
        }
    }

    private static List<Known> known(List<Row> rows) {
        return rows.stream().map(Row::known).toList();
    }

    @Override
    default int seen(Difference difference, Instant at) {
        return seenRow(Row.of(new UUID(0, 0), difference, at));
    }

    @SqlUpdate("""
            update reconciliation_difference set in_books = :inBooks, at_processor = :atProcessor,
                first_seen_at = case when resolved_at is null then first_seen_at else :firstSeenAt end,
                last_seen_at = :firstSeenAt, resolved_at = null
            where kind = :kind and category = :category and object = :object
            """)
    int seenRow(@BindMethods Row row);

    @Override
    default void insert(UUID id, Difference difference, Instant at) {
        insertRow(Row.of(id, difference, at));
    }

    @SqlUpdate("""
            insert into reconciliation_difference (id, kind, category, object, subject, account, currency, in_books,
                at_processor, first_seen_at, last_seen_at)
            values (:id, :kind, :category, :object, :subject, :account, :currency, :inBooks, :atProcessor,
                :firstSeenAt, :firstSeenAt)
            on conflict do nothing
            """)
    void insertRow(@BindMethods Row row);

    @Override
    default List<Known> openOf(Collection<String> subjects) {
        return subjects.isEmpty() ? List.of() : known(openRowsOf(subjects));
    }

    @SqlQuery(SELECT + "where subject in (<subjects>) and resolved_at is null")
    List<Row> openRowsOf(@BindList Collection<String> subjects);

    @Override
    default Optional<Known> openOfObject(Difference.Kind kind, String object) {
        return openRowsOfObject(kind.name(), object).stream().map(Row::known).findFirst();
    }

    @SqlQuery(SELECT + "where kind = :kind and object = :object and resolved_at is null order by first_seen_at")
    List<Row> openRowsOfObject(String kind, String object);

    @Override
    @SqlUpdate("update reconciliation_difference set resolved_at = :at where id = :id and resolved_at is null")
    void resolve(UUID id, Instant at);

    @Override
    @SqlQuery("""
            select distinct subject from reconciliation_difference
            where resolved_at is null and subject > :after order by subject limit :limit
            """)
    List<String> openSubjects(String after, int limit);

    @Override
    @SqlQuery("select count(*) from reconciliation_difference where resolved_at is null")
    long countOpen();

    @Override
    default List<Known> open(int limit) {
        return known(openRows(limit));
    }

    @SqlQuery(SELECT + "where resolved_at is null order by first_seen_at desc, id limit :limit")
    List<Row> openRows(int limit);

    @Override
    default List<Known> openSince(Instant until, UUID after, int limit) {
        return known(openRowsSince(until, after, limit));
    }

    @SqlQuery(SELECT + """
            where resolved_at is null and first_seen_at <= :until and id > :after order by id limit :limit
            """)
    List<Row> openRowsSince(Instant until, UUID after, int limit);

    @Override
    @SqlQuery("""
            select currency, sum(net) as amount_minor from (
                select d.currency, (
                    select sum(b.net) from balance_transaction b
                    where b.subject = d.subject and b.account = '' and b.currency = d.currency
                        and b.standing = 'open') as net
                from (
                    select distinct subject, currency from reconciliation_difference
                    where resolved_at is null and kind = 'UNKNOWN' and account = '') d) strange
            where net < 0 group by currency
            """)
    List<MovementStore.Sum> taken();
}
