package coop.pools.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "/.//evil.example",
                "/..//evil.example",
                "https://evil.example",
                "/@evil.example",
                "evil.example",
                "/a//b",
                "javascript:alert(1)",
                "/a\r\nb",
                ""
            })
    void signingInSendsNobodyElsewhere(String asked) {
        assertThat(BeginSignIn.ownPath(asked)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/pools/garden", "/proposals/1?after=2&x=%20"})
    void signingInLeadsBackToPagesOfOurs(String asked) {
        assertThat(BeginSignIn.ownPath(asked)).isEqualTo(asked);
    }
}
