package coop.pools.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormPartsTest {
    private static final String PART = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";

    @Test
    void aFormIsReadAsItWasSent() {
        String form = "\r\n" + PART.repeat(FormParts.MOST_PARTS - 1) + "--b--\r\n";
        assertThat(read(form)).isEqualTo(form);
        assertThat(read("")).isEmpty();
    }

    @Test
    void morePartsThanAnyFormHasAreRefused() {
        assertRefused(PART.repeat(FormParts.MOST_PARTS + 1));
        assertRefused(PART.replace("\r\n", "\n").repeat(FormParts.MOST_PARTS + 1));
        assertRefused(PART.replace("\r\n", "\r").repeat(FormParts.MOST_PARTS + 1));
    }

    @Test
    void linesBeforePartsAreCountedAndWhatIsInAFileIsNot() {
        String lines = "a:\n".repeat(FormParts.MOST_HEAD_BYTES);
        assertRefused("--b\r\n" + lines);
        assertRefused("--b\r\n" + lines.substring(0, lines.length() / 2) + "\n" + PART + "--b\r\n" + lines);
        String file = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + lines + "\r\n--b--\r\n";
        assertThat(read(file)).isEqualTo(file);
    }

    @Test
    void theBoundaryBeginsAFormAndIsFoundAtTheBeginningOfALineOnly() {
        assertRefused("x" + PART);
        String file = "--b\r\n\r\n" + "x--b".repeat(FormParts.MOST_PARTS + 1);
        assertThat(read(file)).isEqualTo(file);
    }

    private static void assertRefused(String form) {
        assertThatThrownBy(() -> read(form)).isInstanceOf(Refused.class);
    }

    private static String read(String form) {
        byte[] bytes = form.getBytes(StandardCharsets.ISO_8859_1);
        try (InputStream in = new FormParts(new ByteArrayInputStream(bytes), "b")) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
