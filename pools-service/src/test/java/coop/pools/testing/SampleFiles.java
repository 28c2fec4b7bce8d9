package coop.pools.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Files as cameras, scanners and attackers make them. */
public final class SampleFiles {
    /** Stands in the notes of the photos made here; nobody may ever be handed it. */
    public static final String SECRET_PLACE = "GPS 52.5200N 13.4050E";

    private SampleFiles() {}

    public static byte[] jpeg() {
        return picture("jpg");
    }

    public static byte[] png() {
        return picture("png");
    }

    /** A photo that lies on its side, with its place in EXIF, a comment, and more behind its end. */
    public static byte[] photoWithPlace() {
        byte[] plain = jpeg();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(segment(0xE1, exif(6)));
        out.writeBytes(segment(0xE1, latin("http://ns.adobe.com/xap/1.0/\0" + SECRET_PLACE)));
        out.writeBytes(segment(0xFE, latin(SECRET_PLACE)));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(latin("<script>alert(1)</script>" + SECRET_PLACE));
        return out.toByteArray();
    }

    /** A lossless picture of one pixel, with EXIF beside it. */
    public static byte[] webp() {
        byte[] pixels = {0x2F, 0, 0, 0, 0x10, 7, 0x10, 0x11, 0x11, (byte) 0x88, (byte) 0x88, (byte) 0xFE, 7, 0};
        byte[] canvas = {0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(chunk("VP8X", canvas));
        chunks.writeBytes(chunk("VP8L", pixels));
        chunks.writeBytes(chunk("EXIF", latin(SECRET_PLACE + " ")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin("RIFF"));
        out.writeBytes(little(4 + chunks.size()));
        out.writeBytes(latin("WEBP"));
        out.writeBytes(chunks.toByteArray());
        return out.toByteArray();
    }

    public static byte[] pdf(String inside) {
        return latin("%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + inside + " >>\nendobj\nxref\n0 1\n"
                + "0000000000 65535 f \ntrailer << /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        return joined(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) ((content.length + 2) >> 8), (byte) (content.length + 2)
                },
                content);
    }

    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(latin("II")).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        tiff.putInt(0);
        return joined(latin("Exif\0\0"), tiff.array(), latin(SECRET_PLACE));
    }

    private static byte[] chunk(String type, byte[] content) {
        return joined(latin(type), little(content.length), content, new byte[content.length % 2]);
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private static byte[] picture(String format) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(7, 9, 0xCC2200);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
