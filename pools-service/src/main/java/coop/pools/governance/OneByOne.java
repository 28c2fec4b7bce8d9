package coop.pools.governance;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works through due proposals so that one that fails does not hold up the others. */
final class OneByOne {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /** How many were worked on; what fails is logged and stays due. */
    static int each(List<UUID> ids, Predicate<UUID> work) {
        int done = 0;
        for (UUID id : ids) {
            try {
                done += work.test(id) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.warn("proposal {} could not be taken a step further and stays due", id, e);
            }
        }
        return done;
    }
}
