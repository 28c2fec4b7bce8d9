package coop.pools.integrations.groups.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.pools.integrations.groups.csv.CsvUnreadable.Reason;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvUnreadableTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n \n", "\uFEFF", ",,,\n,,\n"})
    void nothingIsRefused(String file) {
        assertThat(refusal(file).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void workbooksAreRefusedWithAdvice() {
        CsvUnreadable refusal = refusal("PK\u0003\u0004[Content_Types].xml");

        assertThat(refusal.reason()).isEqualTo(Reason.WORKBOOK);
        assertThat(refusal).hasMessageContaining("save");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})
                        .reason())
                .isEqualTo(Reason.WORKBOOK);
    }

    @Test
    void webPagesAreRefused() {
        assertThat(refusal("\n <HTML><table><tr><td>Name</td></tr></table>").reason())
                .isEqualTo(Reason.WEB_PAGE);
    }

    @Test
    void binariesAreRefused() {
        assertThat(refusal("Name,Email\nA\0na,ana@example.org").reason()).isEqualTo(Reason.BINARY);
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})
                        .reason())
                .isEqualTo(Reason.BINARY);
        assertThat(refusal("Name,Email\nAna,\n".getBytes(StandardCharsets.UTF_16LE))
                        .reason())
                .isEqualTo(Reason.BINARY);
    }

    @Test
    void quoteThatIsNeverClosedIsRefusedWithItsLine() {
        CsvUnreadable refusal = refusal("Name,Email\nAna,\n\"Ben,ben@example.org\nChi,\n");

        assertThat(refusal.reason()).isEqualTo(Reason.UNCLOSED_QUOTE);
        assertThat(refusal.line()).isEqualTo(3);
    }

    @Test
    void quoteThatSwallowsHundredsOfLinesIsRefused() {
        String file = "Name,Email\n\"Ana,\n" + "Ben,ben@example.org\n".repeat(400) + "Chi\",\n";

        assertThat(refusal(file).reason()).isEqualTo(Reason.UNCLOSED_QUOTE);
    }

    @Test
    void hugeFieldsAreRefused() {
        CsvUnreadable refusal = refusal("Name,Email\nAna,\nBen," + "x".repeat(10_001) + "\n");

        assertThat(refusal.reason()).isEqualTo(Reason.FIELD_TOO_LARGE);
        assertThat(refusal.line()).isEqualTo(3);
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertThat(refusal("Name,Email" + ",x".repeat(500) + "\nAna,\n").reason())
                .isEqualTo(Reason.TOO_MANY_COLUMNS);
    }

    @Test
    void hundredThousandPeopleAreTheMost() {
        String people =
                IntStream.range(0, 100_000).mapToObj(i -> "P" + i + ",\n").collect(Collectors.joining());

        assertThat(new CsvRoster()
                        .read(("Name,Email\n" + people).getBytes(StandardCharsets.UTF_8))
                        .members())
                .hasSize(100_000);
        CsvUnreadable refusal = refusal("Name,Email\n" + people + "One more,\n");
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(refusal.line()).isEqualTo(100_002);
    }

    @Test
    void fileLargerThanTwentyMegabytesIsRefused() {
        assertThat(refusal(new byte[20 * 1024 * 1024 + 1]).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void fileAboutSomethingElseIsRefusedAndShowsItsFirstRow() {
        CsvUnreadable refusal = refusal("Product,Price\nApples,3\n");

        assertThat(refusal.reason()).isEqualTo(Reason.NO_NAME_OR_EMAIL_COLUMN);
        assertThat(refusal).hasMessageContaining("Product, Price");
        assertThat(refusal("Member ID,Joined\n1,2024-01-01\n").reason()).isEqualTo(Reason.NO_NAME_OR_EMAIL_COLUMN);
    }

    private static CsvUnreadable refusal(String file) {
        return refusal(file.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvUnreadable refusal(byte[] file) {
        return catchThrowableOfType(CsvUnreadable.class, () -> new CsvRoster().read(file));
    }
}
