package coop.pools.payout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private static final UUID NUMBER = UUID.fromString("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");

    @Test
    void aNumberIsFoundHoweverBanksWriteIt() {
        assertThat(HandOver.numbersIn(NUMBER.toString())).containsExactly(NUMBER);
        assertThat(HandOver.numbersIn("From Mill 0190A1B2C3D47E5F 8A6B7C8D9E0F1A2B thanks"))
                .containsExactly(NUMBER);
        assertThat(HandOver.numbersIn("Ref:0190a1b2-c3d4-7e5f-\n8a6b-7c8d9e0f1a2b"))
                .contains(NUMBER);
    }

    @Test
    void lettersBesideItThatCouldBePartOfItHideNothing() {
        assertThat(HandOver.numbersIn("Seed " + NUMBER + " Bed")).contains(NUMBER);
        assertThat(HandOver.numbersIn(NUMBER + " " + NUMBER.toString().replace('0', '9')))
                .startsWith(NUMBER)
                .contains(UUID.fromString(NUMBER.toString().replace('0', '9')));
    }

    @Test
    void whatIsNoNumberNamesNothing() {
        assertThat(HandOver.numbersIn("")).isEmpty();
        assertThat(HandOver.numbersIn(NUMBER.toString().substring(1))).isEmpty();
        assertThat(HandOver.numbersIn("for the lamps, in may")).isEmpty();
    }
}
