package coop.pools.founding;

import coop.pools.integrations.groups.GroupRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.membership.ContinueImports;
import coop.pools.membership.CsvRosters;
import coop.pools.membership.ReadGroups;
import coop.pools.membership.ReadImports;
import coop.pools.membership.StartImport;
import coop.pools.pool.OpenPool;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The group that a Pool is founded from: whether it is the caller's, and its people as invitations. */
public final class GroupRoster {
    private static final Logger LOG = LoggerFactory.getLogger(GroupRoster.class);
    /** What one click waits for; the rest comes in the background. */
    private static final int FIRST_PAGES = 5;

    private static final Duration FIRST_TIME = Duration.ofSeconds(3);

    private final ReadGroups groups;
    private final ReadPools pools;
    private final ReadImports imports;
    private final StartImport start;
    private final ContinueImports goOn;

    public GroupRoster(
            ReadGroups groups, ReadPools pools, ReadImports imports, StartImport start, ContinueImports goOn) {
        this.groups = groups;
        this.pools = pools;
        this.imports = imports;
        this.start = start;
        this.goOn = goOn;
    }

    /** The group as its source has it now, which the source says the caller leads; not inside a transaction. */
    GroupRef ledBy(Caller caller, String source, String groupId) {
        UUID person = caller.require(Scope.ORGANISE);
        if (source.equals(CsvRosters.NAME)) {
            foundedFromUpload(person, groupId).ifPresent(pool -> {
                throw OpenPool.exists(pool);
            });
        }
        return groups.ledGroup(caller, source, groupId);
    }

    /** An upload is used up by its founding, so that the second click no longer finds it. */
    private Optional<Pool> foundedFromUpload(UUID person, String groupId) {
        return pools.byGroup(CsvRosters.NAME, groupId)
                .filter(pool -> imports.latest(pool.id())
                        .filter(job -> job.personId().equals(person))
                        .isPresent());
    }

    /** The id of the import; inside the founding's transaction. */
    UUID invite(UUID pool, UUID founder, GroupRef group) {
        return start.start(pool, founder, group.source(), group.id());
    }

    /** The first pages. Whatever goes wrong with them, the Pool stands, and the roster is read on later. */
    void readOn(UUID roster) {
        try {
            goOn.readOn(roster, FIRST_PAGES, FIRST_TIME);
        } catch (RuntimeException e) {
            LOG.warn("roster {} is read on later", roster, e);
        }
    }
}
