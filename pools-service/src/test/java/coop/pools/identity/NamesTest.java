package coop.pools.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void aNameFromElsewhereIsOneLineThatMisleadsNobody() {
        assertThat(StartSession.shortName("  Ana\r\nBcc: all@example.org\u2028x "))
                .isEqualTo("Ana Bcc: all@example.org x");
        assertThat(StartSession.shortName("Ana\u202e\u0000\u2066 B")).isEqualTo("Ana B");
        assertThat(StartSession.shortName("\u202e\n")).isEqualTo("Member");
        assertThat(StartSession.shortName("half \ud83d")).isEqualTo("half");
        assertThat(StartSession.shortName("\ud83c\udf0a".repeat(130)))
                .as("not cut in the middle of a character")
                .isEqualTo("\ud83c\udf0a".repeat(120));
        assertThat(StartSession.shortName("Zoë Müller 王")).isEqualTo("Zoë Müller 王");
    }
}
