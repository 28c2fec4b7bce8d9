package coop.pools.receipt.web;

import coop.pools.governance.web.AttachedFiles;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.receipt.KeepReceipts;
import coop.pools.receipt.domain.ReceiptFile;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.media.multipart.BodyPart;
import org.glassfish.jersey.media.multipart.BodyPartEntity;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/**
 * A form with files in its field {@code receipt} and words in the others. What a file is called and what it claims to
 * be says nothing.
 *
 * @param words by field; those that were not sent are missing
 * @param files in the order sent; at most one more than are taken, one byte longer than is taken
 */
public record SentReceipts(Map<String, String> words, List<byte[]> files) {
    private static final String FIELD = "receipt";
    private static final int MOST_FIELDS = 30;
    /** A form with all its rows of options. */
    private static final int MOST_FIELDS_OF_A_PROPOSAL = 500;

    private static final int MOST_WORDS_BYTES = 100_000;

    /** Files of a form that has nothing else, in its field {@code file}. @throws Refused MALFORMED_REQUEST */
    public static List<byte[]> files(FormDataMultiPart form) {
        return whole(form, "file", MOST_FIELDS).files();
    }

    /** The form of a proposal, with files in its field {@code file}. @throws Refused MALFORMED_REQUEST */
    static AttachedFiles.Sent proposal(FormDataMultiPart form) {
        return whole(form, "file", MOST_FIELDS_OF_A_PROPOSAL);
    }

    /** @throws Refused MALFORMED_REQUEST */
    public static SentReceipts in(FormDataMultiPart form) {
        AttachedFiles.Sent sent = whole(form, FIELD, MOST_FIELDS);
        Map<String, String> words = new HashMap<>();
        sent.words().forEach((field, values) -> words.put(field, values.get(0)));
        return new SentReceipts(Map.copyOf(words), sent.files());
    }

    private static AttachedFiles.Sent whole(FormDataMultiPart form, String field, int mostFields) {
        if (form == null) {
            throw malformed("no form");
        }
        MultivaluedMap<String, String> words = new MultivaluedHashMap<>();
        List<byte[]> files = new ArrayList<>();
        int fields = 0;
        for (BodyPart part : form.getBodyParts()) {
            String name = nameOf(part);
            if (!name.equals(field)) {
                fields++;
                if (fields > mostFields) {
                    throw malformed("more than " + mostFields + " fields");
                }
                words.add(name, text(bytes(part, MOST_WORDS_BYTES)));
            } else if (files.size() <= KeepReceipts.MOST_FILES) {
                byte[] bytes = bytes(part, ReceiptFile.MOST_BYTES + 1);
                if (bytes.length > 0 || isNamed(part)) {
                    files.add(bytes);
                }
            }
        }
        return new AttachedFiles.Sent(words, List.copyOf(files));
    }

    /** What was typed; empty when nothing was. */
    public String word(String field) {
        return words.getOrDefault(field, "");
    }

    private static String nameOf(BodyPart part) {
        try {
            String name = part instanceof FormDataBodyPart field ? field.getName() : null;
            if (name != null) {
                return name;
            }
        } catch (RuntimeException unreadable) {
            throw malformed("a part without a name");
        }
        throw malformed("a part without a name");
    }

    /** A field without a file has no name of one either; an empty file that was chosen has. */
    private static boolean isNamed(BodyPart part) {
        String name = part.getContentDisposition().getFileName();
        return name != null && !name.isBlank();
    }

    private static byte[] bytes(BodyPart part, int most) {
        try (InputStream stream = part.getEntityAs(BodyPartEntity.class).getInputStream()) {
            return stream.readNBytes(most);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw malformed("the form is broken");
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf(0) < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw malformed("not UTF-8");
        }
        throw malformed("NUL character");
    }

    private static Refused malformed(String reason) {
        return new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", reason));
    }
}
