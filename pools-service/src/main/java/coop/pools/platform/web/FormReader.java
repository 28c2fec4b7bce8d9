package coop.pools.platform.web;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.glassfish.jersey.media.multipart.BodyPartEntity;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.glassfish.jersey.server.CloseableService;
import org.jvnet.mimepull.MIMEConfig;
import org.jvnet.mimepull.MIMEMessage;
import org.jvnet.mimepull.MIMEParsingException;
import org.jvnet.mimepull.MIMEPart;

/**
 * Reads forms with files. What is large lies in temporary files, and they go when the request ends, however far it got:
 * the framework's own reader leaves them where they are when a form is refused while it is read.
 */
@Consumes(MediaType.MULTIPART_FORM_DATA)
public final class FormReader implements MessageBodyReader<FormDataMultiPart> {
    private static final int MOST_BYTES_IN_MEMORY = 4096;

    private final Provider<CloseableService> endOfRequest;
    private final MIMEConfig config = new MIMEConfig();

    @Inject
    public FormReader(@Context Provider<CloseableService> endOfRequest) {
        this.endOfRequest = endOfRequest;
        config.setMemoryThreshold(MOST_BYTES_IN_MEMORY);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == FormDataMultiPart.class;
    }

    @Override
    public FormDataMultiPart readFrom(
            Class<FormDataMultiPart> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        MIMEMessage message = new MIMEMessage(body, mediaType.getParameters().get("boundary"), config);
        endOfRequest.get().add(message);
        try {
            FormDataMultiPart form = new FormDataMultiPart();
            for (MIMEPart part : message.getAttachments()) {
                form.getBodyParts().add(read(part));
            }
            return form;
        } catch (MIMEParsingException broken) {
            if (broken.getCause() instanceof IOException cutOff) {
                throw cutOff;
            }
            throw new BadRequestException(broken);
        } catch (IllegalArgumentException unreadableHead) {
            throw new BadRequestException(unreadableHead);
        }
    }

    private static FormDataBodyPart read(MIMEPart sent) {
        FormDataBodyPart part = new FormDataBodyPart();
        sent.getAllHeaders().forEach(header -> part.getHeaders().add(header.getName(), header.getValue()));
        String contentType = part.getHeaders().getFirst("Content-Type");
        if (contentType != null) {
            part.setMediaType(MediaType.valueOf(contentType));
        }
        part.getContentDisposition();
        part.setEntity(new BodyPartEntity(sent));
        return part;
    }
}
