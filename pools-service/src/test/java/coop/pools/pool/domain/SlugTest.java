package coop.pools.pool.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SlugTest {
    @Test
    void aNameBecomesAWordForAddresses() {
        assertThat(Slug.of("Tuesday Board Games")).isEqualTo("tuesday-board-games");
        assertThat(Slug.of("  Café  Zürich!! ")).isEqualTo("cafe-zurich");
        assertThat(Slug.of("Straße & Øl")).isEqualTo("strasse-and-ol");
        assertThat(Slug.of("Ana's Łódź")).isEqualTo("anas-lodz");
        assertThat(Slug.of("ﬁne ①")).isEqualTo("fine-1");
    }

    @Test
    void aNameInAnotherScriptIsCalledPool() {
        for (String name : List.of("東京ランナーズ", "Бегуны", "🏃🏃", "", "---", "مرحبا")) {
            assertThat(Slug.of(name)).isEqualTo("pool");
        }
    }

    @Test
    void aTakenWordGetsTheLowestFreeNumber() {
        assertThat(Slug.free("cooks", Set.of())).isEqualTo("cooks");
        assertThat(Slug.free("cooks", Set.of("cooks"))).isEqualTo("cooks-2");
        assertThat(Slug.free("cooks", Set.of("cooks", "cooks-2", "cooks-4"))).isEqualTo("cooks-3");
        assertThat(Slug.free("cooks", Set.of("cooks-2"))).isEqualTo("cooks");
    }

    @Property
    void anyNameFitsIntoAnAddress(@ForAll String name) {
        assertThat(Slug.of(name)).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(60);
    }

    @Property
    void aLongNameIsCutWithoutALooseHyphen(@ForAll("longNames") String name) {
        assertThat(Slug.of(name)).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeBetween(1, 60);
    }

    @Provide
    Arbitrary<String> longNames() {
        return Arbitraries.strings()
                .withChars("ab -ß")
                .ofMinLength(55)
                .ofMaxLength(70)
                .filter(text -> !text.isBlank());
    }
}
