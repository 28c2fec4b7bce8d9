package coop.pools.flood.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.Member;
import coop.pools.flood.PoolInFlood.Standing;
import coop.pools.flood.Swarm;
import coop.pools.flood.web.SwarmPicture.Circle;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SwarmPictureTest {
    private static final Money NONE = Money.of(0, "EUR");

    private static Swarm.Part pool(String slug, long people, long has, long spent) {
        Standing standing = new Standing(Money.of(has, "EUR"), NONE, NONE, NONE, NONE);
        Member member = new Member(BodyRef.pool(new UUID(1, slug.hashCode())), slug, "The " + slug, "EUR");
        return new Swarm.Part(member, people, standing, Money.of(spent, "EUR"), List.of());
    }

    @Test
    void whatAPoolHasIsTheAreaOfItsCircle() {
        SwarmPicture picture =
                SwarmPicture.of(new Swarm(List.of(pool("small", 3, 2_500, 500), pool("large", 4, 10_000, 0)), 6));
        assertThat(picture.circles()).extracting(Circle::slug).containsExactly("large", "small");
        int largest = picture.circles().get(0).r() - SwarmPicture.SMALLEST;
        assertThat(picture.circles().get(1).r() - SwarmPicture.SMALLEST).isEqualTo(largest / 2);
        assertThat(picture.circles().get(1).title())
                .isEqualTo("The small: 3 people, gave \u20ac30.00, \u20ac5.00 of it is spent, has \u20ac25.00");
        assertThat(picture.words()).isEqualTo("6 people, each counted once although some are in several Pools");
    }

    @Test
    void circlesLieInsideThePictureAndApartFromEachOther() {
        for (int pools = 1; pools <= 30; pools++) {
            Swarm swarm = new Swarm(
                    IntStream.range(0, pools)
                            .mapToObj(number -> pool("pool-" + number, 1, 100, 0))
                            .toList(),
                    pools);
            SwarmPicture picture = SwarmPicture.of(swarm);
            assertThat(picture.circles().size() + picture.rest()).isEqualTo(pools);
            assertThat(picture.lines()).hasSize(pools);
            for (Circle one : picture.circles()) {
                assertThat(List.of(one.x() - one.r(), one.y() - one.r())).allMatch(edge -> edge >= 0);
                assertThat(one.x() + one.r()).isLessThanOrEqualTo(SwarmPicture.SIDE);
                assertThat(one.labelY()).isBetween(200, picture.height());
                picture.circles().stream()
                        .filter(other -> other != one)
                        .forEach(other -> assertThat(Math.hypot(one.x() - other.x(), one.y() - other.y()))
                                .isGreaterThanOrEqualTo(one.r() + other.r()));
            }
        }
    }

    @Test
    void aSwarmWithoutMoneyAndOneWithoutPoolsAreDrawnToo() {
        assertThat(SwarmPicture.of(new Swarm(List.of(pool("new", 1, 0, 0)), 1))
                        .circles()
                        .get(0)
                        .r())
                .isEqualTo(SwarmPicture.SMALLEST);
        assertThat(SwarmPicture.of(new Swarm(List.of(), 0)).circles()).isEmpty();
    }

    @Test
    void aLongNameIsCutAfterAWholeWord() {
        assertThat(SwarmPicture.label("Tuesday Board Games")).isEqualTo("Tuesday Board\u2026");
        assertThat(SwarmPicture.label("Neighbourhood Fair")).isEqualTo("Neighbourhood Fair");
        assertThat(SwarmPicture.label("Donaudampfschifffahrt")).isEqualTo("Donaudampfschifff\u2026");
    }
}
