package coop.pools.payout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.payout.domain.Word.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Instant NOW = Instant.parse("2027-01-03T12:00:00Z");
    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    @Test
    void whatOneStewardAloneSaysAndTakesTwoIsKnownUntilAnotherOneSpeaks() {
        assertThat(new Words(List.of()).halfSaid()).isEmpty();
        assertThat(new Words(List.of(word(1, ANA, Kind.NOT_SENT))).halfSaid()).contains(Kind.NOT_SENT);
        assertThat(new Words(List.of(word(1, ANA, Kind.NOT_SENT), word(2, BEN, Kind.SENT))).halfSaid())
                .isEmpty();
        assertThat(new Words(List.of(word(1, ANA, Kind.NOT_SENT), word(2, BEN, Kind.NOT_SENT))).halfSaid())
                .isEmpty();
        Word sent = word(1, ANA, Kind.SENT);
        Word seen = word(2, BEN, Kind.SEEN);
        assertThat(new Words(List.of(sent, seen)).halfSaid()).isEmpty();
        assertThat(new Words(List.of(sent, seen, word(3, ANA, Kind.CAME_BACK))).halfSaid())
                .contains(Kind.CAME_BACK);
        assertThat(new Words(List.of(sent, seen, word(3, ANA, Kind.CAME_BACK), word(4, BEN, Kind.CAME_BACK)))
                        .halfSaid())
                .isEmpty();
    }

    @Test
    void whatWasSaidToHaveComeBackBeforeItWentAgainIsOver() {
        Words said = new Words(List.of(
                word(1, ANA, Kind.SENT),
                word(2, BEN, Kind.SEEN),
                word(3, ANA, Kind.CAME_BACK),
                new Word(4, BEN, Kind.CAME_BACK, "because", NOW.plusSeconds(2))));
        assertThat(said.wentAgain(Optional.empty()).isBack()).isTrue();
        Words again = said.wentAgain(Optional.of(NOW.plusSeconds(1)));
        assertThat(again.isBack()).isFalse();
        assertThat(again.halfSaid()).contains(Kind.CAME_BACK);
        assertThat(again.handing()).as("all else counts").isEqualTo(Words.Handing.SENT);
        assertThat(said.wentAgain(Optional.of(NOW.plusSeconds(3))).halfSaid()).isEmpty();
    }

    private static Word word(int no, UUID person, Kind kind) {
        return new Word(no, person, kind, "because", NOW);
    }
}
