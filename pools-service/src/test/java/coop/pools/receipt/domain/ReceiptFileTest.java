package coop.pools.receipt.domain;

import static coop.pools.testing.SampleFiles.joined;
import static coop.pools.testing.SampleFiles.latin;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.SampleFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReceiptFileTest {
    @Test
    void eachKindIsToldByItsContent() {
        assertThat(typeOf(SampleFiles.jpeg())).contains(ReceiptType.JPEG);
        assertThat(typeOf(SampleFiles.png())).contains(ReceiptType.PNG);
        assertThat(typeOf(SampleFiles.webp())).contains(ReceiptType.WEBP);
        assertThat(typeOf(SampleFiles.pdf(""))).contains(ReceiptType.PDF);
    }

    @Test
    void aPhotoLosesItsPlaceAndKeepsItsPixelsAndWhichSideIsUp() throws IOException {
        byte[] kept = read(SampleFiles.photoWithPlace()).bytes();
        String text = new String(kept, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("GPS").doesNotContain("adobe").doesNotContain("script");
        assertThat(text).contains("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006");
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(SampleFiles.jpeg()));
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(after.getRGB(7, 9)).isEqualTo(before.getRGB(7, 9));
        assertThat(after.getWidth()).isEqualTo(40);
        assertThat(read(kept).bytes()).isEqualTo(kept);
    }

    @Test
    void aPlainPhotoStaysByteForByte() {
        assertThat(read(SampleFiles.jpeg()).bytes()).isEqualTo(SampleFiles.jpeg());
        assertThat(read(SampleFiles.png()).bytes()).isEqualTo(SampleFiles.png());
    }

    @Test
    void aWebpLosesItsNotesAndSaysSo() {
        byte[] kept = read(SampleFiles.webp()).bytes();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("EXIF")
                .doesNotContain("GPS");
        assertThat(kept[20] & 0x0C).isZero();
        assertThat(kept[4] & 0xFF).isEqualTo(kept.length - 8);
        assertThat(read(kept).bytes()).isEqualTo(kept);
    }

    @Test
    void whatStandsBehindTheEndOfAPictureIsLeftOut() {
        byte[] page = latin("<html><script>alert(1)</script></html>");
        assertThat(read(joined(SampleFiles.png(), page)).bytes()).isEqualTo(SampleFiles.png());
        assertThat(read(joined(SampleFiles.jpeg(), page)).bytes()).isEqualTo(SampleFiles.jpeg());
        assertThat(new String(read(joined(SampleFiles.webp(), page)).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("html");
    }

    @Test
    void pagesScriptsAndArchivesAreRefused() {
        assertThat(typeOf(latin("<html><body>receipt</body></html>"))).isEmpty();
        assertThat(typeOf(latin("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")))
                .isEmpty();
        assertThat(typeOf(latin("GIF89a/*<script>*/=1"))).isEmpty();
        assertThat(typeOf(latin("PK\u0003\u0004 receipt"))).isEmpty();
        assertThat(typeOf(latin("#!/bin/sh\n"))).isEmpty();
        assertThat(typeOf(new byte[0])).isEmpty();
    }

    @Test
    void firstBytesAloneMakeNoPicture() {
        byte[] page = latin("<script>alert(1)</script>");
        assertThat(typeOf(joined(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, page)))
                .isEmpty();
        assertThat(typeOf(joined(Arrays.copyOf(SampleFiles.png(), 8), page))).isEmpty();
        assertThat(typeOf(joined(latin("RIFF\u0020\0\0\0WEBP"), page))).isEmpty();
        assertThat(typeOf(joined(latin("%PDF-1.7\n"), page))).isEmpty();
    }

    @Test
    void aPdfThatIsAlsoSomethingElseIsRefused() {
        assertThat(typeOf(joined(SampleFiles.pdf(""), latin("<html>")))).isEmpty();
        assertThat(typeOf(joined(latin("<html>"), SampleFiles.pdf("")))).isEmpty();
        assertThat(typeOf(joined(latin("%PDF-1.7\n%<html><script>x</script>\n"), SampleFiles.pdf(""))))
                .isEmpty();
        assertThat(typeOf(SampleFiles.pdf("(PK\u0005\u0006 an archive's last record)")))
                .isEmpty();
    }

    @Test
    void aPdfThatOpenlyActsIsRefused() {
        assertThat(typeOf(SampleFiles.pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")))
                .isEmpty();
        assertThat(typeOf(SampleFiles.pdf("/A << /S /Launch /F (cmd.exe) >>"))).isEmpty();
        assertThat(typeOf(SampleFiles.pdf("/Names << /EmbeddedFiles 2 0 R >>"))).isEmpty();
        assertThat(typeOf(SampleFiles.pdf("/S /J#61vaScript"))).isEmpty();
        assertThat(typeOf(SampleFiles.pdf("/Lang (en) /JStor 1"))).contains(ReceiptType.PDF);
        assertThat(typeOf(SampleFiles.pdf(">>\nstream\n\u0011/JS \u0012\nendstream\n<<")))
                .contains(ReceiptType.PDF);
    }

    @Test
    void aPdfThatActsIsRefusedWhereverItHidesIt() {
        String script = "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>";
        assertThat(typeOf(SampleFiles.pdf("/A (stream) " + script + " /B (endstream)")))
                .isEmpty();
        assertThat(typeOf(SampleFiles.pdf("/A (>>\nstream\n) " + script + " /B (endstream)")))
                .isEmpty();
        assertThat(typeOf(SampleFiles.pdf(">>\nstream\n7 0 obj << " + script + " >> endobj\nendstream\n<<")))
                .isEmpty();
        assertThat(typeOf(SampleFiles.pdf("/AA << /O 3 0 R >>"))).isEmpty();
        assertThat(typeOf(SampleFiles.pdf("/Encrypt 3 0 R"))).isEmpty();
        assertThat(typeOf(SampleFiles.pdf("/A << /S /Submit#46orm >>"))).isEmpty();
        // Where to begin reading is no deed.
        assertThat(typeOf(SampleFiles.pdf("/OpenAction [ 1 0 R /FitH null ]"))).contains(ReceiptType.PDF);
    }

    @Test
    void aPdfThatActsFromItsPackedObjectsIsRefused() throws IOException {
        String objects = "5 0 6 20 << /Type /Catalog >> << /S /JavaScript /JS 7 0 R >>";
        assertThat(typeOf(packed("/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode", objects)))
                .isEmpty();
        assertThat(typeOf(packed("/N 2 /First 9 /Filter [/FlateDecode]", objects)))
                .isEmpty();
        assertThat(typeOf(packed("/Type /ObjStm /N 2 /First 9 /Filter [/ASCIIHexDecode /FlateDecode]", "7 0")))
                .isEmpty();
        assertThat(typeOf(packed("/Type /Obj#53tm /N 1 /Filter /FlateDecode", "5 0 << >>")))
                .isEmpty();
        assertThat(typeOf(packed("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", "5 0 << /Type /Catalog >>")))
                .contains(ReceiptType.PDF);
        assertThat(typeOf(packed("/Filter /FlateDecode", "BT (Chairs, 25.00) Tj ET")))
                .contains(ReceiptType.PDF);
        assertThat(typeOf(packed("/Filter /FlateDecode", " ".repeat(70_000_000))))
                .isEmpty();
    }

    private static byte[] packed(String dictionary, String inside) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(small)) {
            deflater.write(latin(inside));
        }
        String packed = new String(small.toByteArray(), StandardCharsets.ISO_8859_1);
        return SampleFiles.pdf(">>\nendobj\n4 0 obj\n<< " + dictionary + " /Length " + small.size() + " >>\nstream\n"
                + packed + "\nendstream\nendobj\n5 0 obj\n<<");
    }

    @Test
    void tooMuchIsRefused() {
        byte[] large = Arrays.copyOf(SampleFiles.png(), ReceiptFile.MOST_BYTES + 1);
        assertThat(typeOf(large)).isEmpty();
    }

    @Property(tries = 500)
    void aCutOrChangedFileIsReadWholeOrRefused(
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @IntRange(min = 0, max = 2000) int cut,
            @ForAll @IntRange(min = 0, max = 2000) int changed,
            @ForAll byte to) {
        byte[] whole = switch (kind) {
            case 0 -> SampleFiles.photoWithPlace();
            case 1 -> SampleFiles.png();
            case 2 -> SampleFiles.webp();
            default -> SampleFiles.pdf("");
        };
        byte[] sent = Arrays.copyOf(whole, Math.max(1, whole.length - cut % whole.length));
        sent[changed % sent.length] = to;
        Optional<ReceiptFile> read = ReceiptFile.read(sent);
        read.ifPresent(file -> assertThat(ReceiptFile.read(file.bytes()).map(ReceiptFile::type))
                .contains(file.type()));
    }

    private static ReceiptFile read(byte[] sent) {
        return ReceiptFile.read(sent).orElseThrow();
    }

    private static Optional<ReceiptType> typeOf(byte[] sent) {
        return ReceiptFile.read(sent).map(ReceiptFile::type);
    }
}
