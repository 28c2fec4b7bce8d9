package coop.pools.platform.db;

import java.sql.SQLException;

/** What one store has gathered during a batch and not written yet. */
public interface BatchPart {
    /** Writes it, at the latest before the commit; called again when more was gathered since. */
    void write() throws SQLException;
}
