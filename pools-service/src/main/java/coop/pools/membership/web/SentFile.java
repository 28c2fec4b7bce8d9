package coop.pools.membership.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.glassfish.jersey.media.multipart.BodyPart;
import org.glassfish.jersey.media.multipart.BodyPartEntity;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/**
 * A file sent with a form, in the field {@code file}, and the words beside it.
 *
 * @param groupName the field {@code name}, else the file's name without its ending; may be blank
 * @param formId the hidden field {@code id}; blank when there is none
 */
record SentFile(byte[] bytes, String groupName, String formId) {
    private static final int LONGEST_FIELD = 500;

    static SentFile in(FormDataMultiPart form) {
        FormDataBodyPart file = Fields.required("file", form.getField("file"));
        String written = words(form, "name");
        String name = written.isBlank() ? fileName(file) : written;
        return new SentFile(bytes(file), name, words(form, "id"));
    }

    private static String fileName(FormDataBodyPart file) {
        String name = file.getContentDisposition().getFileName();
        return name == null
                ? ""
                : asWritten(name).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replace('_', ' ');
    }

    /**
     * Browsers write file names as UTF-8 (HTML, section "Multipart form data"); the multipart reader takes every byte
     * of a header for a character of its own.
     */
    private static String asWritten(String header) {
        try {
            ByteBuffer bytes = StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(header));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    private static String words(FormDataMultiPart form, String field) {
        FormDataBodyPart part = form.getField(field);
        if (part == null) {
            return "";
        }
        return Fields.optionalText(field, new String(bytes(part), StandardCharsets.UTF_8), LONGEST_FIELD);
    }

    private static byte[] bytes(BodyPart part) {
        try (InputStream stream = part.getEntityAs(BodyPartEntity.class).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", "the form is broken"));
        }
    }
}
