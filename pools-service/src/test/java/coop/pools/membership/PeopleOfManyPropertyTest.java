package coop.pools.membership;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.Rosters.Stay;
import coop.pools.governance.domain.RosterPart;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However few stays are read together and however short the pages are, everybody comes once and nobody else does. */
class PeopleOfManyPropertyTest {
    @Property(tries = 200)
    void everybodyComesOnceInOrder(
            @ForAll @IntRange(min = 1, max = 7) int atOnce,
            @ForAll @IntRange(min = 1, max = 5) int limit,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<RosterPart> parts = new ArrayList<>();
        for (int pool = 0; pool < 4; pool++) {
            parts.add(new RosterPart(new UUID(7, pool), random.nextInt(6)));
        }
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < random.nextInt(40); i++) {
            long joined = random.nextInt(6);
            Optional<Long> left = random.nextBoolean() ? Optional.empty() : Optional.of(joined + 1 + random.nextInt(3));
            stays.add(new Stay(new UUID(1, 1 + random.nextInt(8)), new UUID(7, random.nextInt(6)), joined, left));
        }
        List<UUID> expected = stays.stream()
                .filter(stay -> parts.stream().anyMatch(stay::isIn))
                .map(Stay::person)
                .distinct()
                .sorted()
                .toList();
        PeopleOfMany people = new PeopleOfMany(storeOf(stays), atOnce);
        List<UUID> all = new ArrayList<>();
        List<UUID> page = people.page(parts, new UUID(0, 0), limit);
        while (!page.isEmpty()) {
            assertThat(page.size()).isLessThanOrEqualTo(limit);
            all.addAll(page);
            page = people.page(parts, page.get(page.size() - 1), limit);
        }
        assertThat(all).isEqualTo(expected);
    }

    /** Asked for nothing but stays after somebody. */
    private static RosterStore storeOf(List<Stay> stays) {
        return (RosterStore) Proxy.newProxyInstance(
                RosterStore.class.getClassLoader(),
                new Class<?>[] {RosterStore.class},
                (self, method, arguments) -> stays.stream()
                        .filter(stay -> stay.person().compareTo((UUID) arguments[0]) > 0)
                        .sorted(Comparator.comparing(Stay::person))
                        .limit((int) arguments[1])
                        .toList());
    }
}
