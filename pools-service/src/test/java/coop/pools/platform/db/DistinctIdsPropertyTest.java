package coop.pools.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Ids counted in an open table, against a set of objects. */
class DistinctIdsPropertyTest {
    @Property(tries = 50)
    void eachIdCountsOnceHoweverOftenItComes(@ForAll @Size(max = 3_000) List<Short> numbers) {
        DistinctIds ids = new DistinctIds();
        HashSet<UUID> expected = new HashSet<>();
        for (short number : numbers) {
            // Equal halves, equal hashes and the id of zeros are among them.
            UUID id = new UUID(number / 7, number % 7);
            ids.take(id.getMostSignificantBits(), id.getLeastSignificantBits());
            expected.add(id);
        }
        assertThat(ids.count()).isEqualTo(expected.size());
    }
}
