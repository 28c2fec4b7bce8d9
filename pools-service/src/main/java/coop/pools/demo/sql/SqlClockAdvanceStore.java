package coop.pools.demo.sql;

import coop.pools.demo.ClockAdvanceStore;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The clock's row. */
public interface SqlClockAdvanceStore extends ClockAdvanceStore {
    @Override
    @SqlQuery("select microseconds from clock_advance where id = 1")
    long microseconds();

    @Override
    @SqlUpdate("update clock_advance set microseconds = microseconds + :microseconds where id = 1")
    void add(long microseconds);
}
