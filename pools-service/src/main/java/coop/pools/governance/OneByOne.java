package coop.pools.governance;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Works through due proposals so that one that fails does not hold up the others. */
final class OneByOne {
    private OneByOne() {}

    /**
     * How many were worked on with success.
     *
     * @throws RuntimeException the first failure with the others suppressed, after all have been tried
     */
    static int each(List<UUID> ids, Predicate<UUID> work) {
        int done = 0;
        RuntimeException failure = null;
        for (UUID id : ids) {
            try {
                done += work.test(id) ? 1 : 0;
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else if (failure != e) {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return done;
    }
}
