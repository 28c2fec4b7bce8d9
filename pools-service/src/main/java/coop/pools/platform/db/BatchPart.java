package coop.pools.platform.db;

import java.util.List;

/** What one store has been told to expect in a batch, and what it has gathered and not written yet. */
public interface BatchPart {
    /** Hands over what it will ask for all that is expected and not read yet; it counts as read then. */
    default List<RowsToRead> expected() {
        return List.of();
    }

    /** Hands over what is to be written, at the latest before the commit; called again when more was gathered. */
    List<RowsToWrite<?>> handOver();
}
