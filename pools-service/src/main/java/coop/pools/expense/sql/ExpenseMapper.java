package coop.pools.expense.sql;

import coop.pools.expense.domain.Expense;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an expense's row. */
public final class ExpenseMapper implements RowMapper<Expense> {
    @Override
    public Expense map(ResultSet row, StatementContext context) throws SQLException {
        return new Expense(
                row.getObject("id", UUID.class),
                BodyRef.pool(row.getObject("pool_id", UUID.class)),
                row.getObject("person_id", UUID.class),
                row.getObject("payee_id", UUID.class),
                row.getObject("proposal_id", UUID.class),
                row.getString("title"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                Optional.ofNullable(row.getObject("spent_on", LocalDate.class)),
                row.getString("note"),
                row.getObject("handed_in_at", OffsetDateTime.class).toInstant());
    }
}
