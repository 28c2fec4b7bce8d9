package coop.pools.reconciliation.sql;

import coop.pools.kernel.Money;
import coop.pools.reconciliation.RunStore;
import coop.pools.reconciliation.domain.Run;
import coop.pools.reconciliation.domain.Total;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Comparisons, the same SQL on both databases. */
@RegisterConstructorMapper(SqlRunStore.RunRow.class)
@RegisterConstructorMapper(SqlRunStore.TotalRow.class)
public interface SqlRunStore extends RunStore {
    String SELECT = """
            select id, from_at, to_at, ended_at, transactions, differences, result from reconciliation_run
            """;

    /** A comparison as its columns. */
    record RunRow(
            UUID id,
            Instant fromAt,
            Instant toAt,
            Instant endedAt,
            long transactions,
            long differences,
            String result) {}

    /** A sum as its columns. */
    record TotalRow(
            String currency,
            long atProcessor,
            long inBooks,
            long platform,
            long explained,
            long lacking,
            boolean moving) {
        static TotalRow of(Total total) {
            return new TotalRow(
                    total.atProcessor().currency().getCurrencyCode(),
                    total.atProcessor().minorUnits(),
                    total.inBooks().minorUnits(),
                    total.platform().minorUnits(),
                    total.explained().minorUnits(),
                    total.lacking().minorUnits(),
                    total.moving());
        }

        Total total() {
            return new Total(
                    Money.of(atProcessor, currency),
                    Money.of(inBooks, currency),
                    Money.of(platform, currency),
                    Money.of(explained, currency),
                    Money.of(lacking, currency),
                    moving);
        }
    }

    @Override
    default void insert(Run run) {
        insertRow(new RunRow(
                run.id(),
                run.from(),
                run.to(),
                run.endedAt(),
                run.transactions(),
                run.differences(),
                run.result().name()));
        insertTotals(run.id(), run.totals().stream().map(TotalRow::of).toList());
    }

    @SqlUpdate("""
            insert into reconciliation_run (id, from_at, to_at, ended_at, transactions, differences, result)
            values (:id, :fromAt, :toAt, :endedAt, :transactions, :differences, :result)
            """)
    void insertRow(@BindMethods RunRow row);

    @SqlBatch("""
            insert into reconciliation_total (run_id, currency, at_processor, in_books, platform, explained, lacking,
                moving)
            values (:run, :currency, :atProcessor, :inBooks, :platform, :explained, :lacking, :moving)
            """)
    void insertTotals(UUID run, @BindMethods List<TotalRow> rows);

    @Override
    default Optional<Run> latest() {
        return latestRow().map(this::whole);
    }

    @Override
    default Optional<Run> latestExact() {
        return latestExactRow().map(this::whole);
    }

    private Run whole(RunRow row) {
        return new Run(
                row.id(),
                row.fromAt(),
                row.toAt(),
                row.endedAt(),
                row.transactions(),
                row.differences(),
                Run.Result.valueOf(row.result()),
                totals(row.id()).stream().map(TotalRow::total).toList());
    }

    @SqlQuery(SELECT + "order by ended_at desc, id desc limit 1")
    Optional<RunRow> latestRow();

    @SqlQuery(SELECT + "where result = 'EXACT' order by ended_at desc, id desc limit 1")
    Optional<RunRow> latestExactRow();

    @SqlQuery("""
            select currency, at_processor, in_books, platform, explained, lacking, moving from reconciliation_total
            where run_id = :run order by currency
            """)
    List<TotalRow> totals(UUID run);
}
