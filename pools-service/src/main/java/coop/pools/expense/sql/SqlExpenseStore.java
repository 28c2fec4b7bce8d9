package coop.pools.expense.sql;

import coop.pools.expense.ExpenseStore;
import coop.pools.expense.domain.Expense;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Expenses, the same SQL on both databases. */
@RegisterRowMapper(ExpenseMapper.class)
public interface SqlExpenseStore extends ExpenseStore {
    String SELECT = """
            select id, pool_id, person_id, payee_id, proposal_id, title, amount, currency, spent_on, note, handed_in_at
            from expense
            """;

    /** An expense's columns. */
    record Row(
            UUID id,
            UUID poolId,
            UUID personId,
            UUID payeeId,
            UUID proposalId,
            String title,
            long amount,
            String currency,
            Optional<LocalDate> spentOn,
            String note,
            Instant handedInAt) {
        static Row of(Expense expense) {
            return new Row(
                    expense.id(),
                    expense.pool().id(),
                    expense.person(),
                    expense.payee(),
                    expense.proposal(),
                    expense.title(),
                    expense.amount().minorUnits(),
                    expense.amount().currency().getCurrencyCode(),
                    expense.spentOn(),
                    expense.note(),
                    expense.handedInAt());
        }
    }

    @Override
    default void insert(Expense expense) {
        insertRow(Row.of(expense));
    }

    @SqlUpdate("""
            insert into expense (id, pool_id, person_id, payee_id, proposal_id, title, amount, currency, spent_on, note,
                                 handed_in_at)
            values (:id, :poolId, :personId, :payeeId, :proposalId, :title, :amount, :currency,
                    cast(:spentOn as date), :note, :handedInAt)
            """)
    void insertRow(@BindMethods Row row);

    @Override
    @SqlQuery(SELECT + "where id = :id")
    Optional<Expense> find(UUID id);

    @Override
    @SqlQuery(SELECT + "where proposal_id = :proposal")
    Optional<Expense> ofProposal(UUID proposal);

    @Override
    @SqlQuery("select count(*) from expense where pool_id = :pool and person_id = :person and handed_in_at > :since")
    int countSince(UUID pool, UUID person, Instant since);

    @Override
    default List<Expense> ofPool(UUID pool, Optional<UUID> after, int limit) {
        return after.map(id -> ofPoolAfter(pool, id, limit)).orElseGet(() -> ofPoolFirst(pool, limit));
    }

    @SqlQuery(SELECT + "where pool_id = :pool order by handed_in_at desc, id desc limit :limit")
    List<Expense> ofPoolFirst(UUID pool, int limit);

    @SqlQuery(SELECT + """
            where pool_id = :pool and exists (
                select 1 from expense a where a.id = :after and (expense.handed_in_at < a.handed_in_at
                    or (expense.handed_in_at = a.handed_in_at and expense.id < a.id)))
            order by handed_in_at desc, id desc limit :limit
            """)
    List<Expense> ofPoolAfter(UUID pool, UUID after, int limit);
}
