package coop.pools.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.kernel.IdSource;
import coop.pools.platform.db.JdbiTransactions;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import java.net.URI;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/**
 * What every room of the house is built on.
 *
 * @param wake makes the node look for due work soon, without waiting for the schedule
 */
public record Foundation(
        Clock clock,
        IdSource ids,
        Jdbi jdbi,
        JdbiTransactions transactions,
        Pages pages,
        Sentences sentences,
        ObjectMapper json,
        URI publicUrl,
        Runnable wake) {
    /** A store: an SQL object that joins the surrounding transaction. */
    public <S> S store(Class<S> sqlObject) {
        return transactions.store(sqlObject);
    }
}
