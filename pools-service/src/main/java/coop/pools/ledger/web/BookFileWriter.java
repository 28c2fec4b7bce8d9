package coop.pools.ledger.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Head;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes a {@link BookFile}, entry by entry, in constant memory; the stream stays open. */
public final class BookFileWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private BookFileWriter() {}

    /** @param entries all entries up to the head, ascending */
    public static void write(OutputStream out, BookFile file, Iterator<Entry> entries) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            header(json, file);
        }
        EntryBytes lines = new EntryBytes(out);
        while (entries.hasNext()) {
            lines.write(entries.next());
        }
        lines.flush();
        out.write('\n');
    }

    private static void header(JsonGenerator json, BookFile file) throws IOException {
        Head head = file.head();
        json.writeStartObject();
        json.writeStringField("format", BookFile.FORMAT);
        json.writeStringField("book", head.book().toString());
        json.writeStringField("kind", file.name().kind().word());
        json.writeStringField("slug", file.name().slug());
        json.writeStringField("name", file.name().name());
        json.writeStringField("currency", head.currency().getCurrencyCode());
        json.writeStringField("openedAt", head.openedAt().toString());
        json.writeObjectFieldStart("head");
        json.writeNumberField("seq", head.seq());
        json.writeStringField("hash", BookFile.HEX.formatHex(head.hash()));
        json.writeEndObject();
        json.writeStringField("exportedAt", file.exportedAt().toString());
        json.writeEndObject();
    }
}
