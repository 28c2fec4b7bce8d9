package coop.pools.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepReceiptsTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aRefusalSaysWhetherOneFileIsTooLargeOrAllOfThemAre() {
        byte[] seven = new byte[7 * MEGABYTE];
        refused(List.of(seven, new byte[8 * MEGABYTE + 1]), Map.of("number", 2, "mostMegabytes", 8, "counted", "each"));
        refused(List.of(seven, seven, seven), Map.of("number", 3, "mostMegabytes", 20, "counted", "together"));
    }

    private static void refused(List<byte[]> sent, Map<String, Object> facts) {
        assertThatThrownBy(() -> KeepReceipts.checked(sent, 1))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.facts()).containsAllEntriesOf(facts));
    }
}
