package coop.pools.platform.db;

import java.sql.SQLException;
import java.util.Set;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;

/** Which database errors mean "try again". */
public final class SqlStates {
    /**
     * 40001 serialization failure or H2's deadlock, 40P01 PostgreSQL's deadlock, 55P03 lock not available, HYT00 H2's
     * lock time-out (its error 50200).
     */
    private static final Set<String> RETRYABLE = Set.of("40001", "40P01", "55P03", "HYT00");

    private SqlStates() {}

    /** Whether the same call may succeed in a moment: a lost race, a lock held too long, or no free connection. */
    public static boolean isRetryable(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof PoolExhaustedException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && (RETRYABLE.contains(String.valueOf(sql.getSQLState())) || sql.getErrorCode() == 50200)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
