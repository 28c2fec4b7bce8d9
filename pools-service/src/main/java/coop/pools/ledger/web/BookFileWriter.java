package coop.pools.ledger.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
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
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            header(json, file);
            while (entries.hasNext()) {
                entry(json, entries.next());
            }
            json.writeRaw('\n');
        }
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

    private static void entry(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("seq", entry.seq());
        json.writeStringField("causeKind", entry.cause().kind());
        json.writeStringField("causeId", entry.cause().id().toString());
        json.writeNumberField("leg", entry.leg());
        json.writeStringField("debit", entry.debit());
        json.writeStringField("credit", entry.credit());
        json.writeNumberField("amountMinor", entry.amount().minorUnits());
        json.writeStringField("at", entry.at().toString());
        json.writeStringField("actor", entry.actor());
        json.writeStringField("memoHash", BookFile.HEX.formatHex(entry.memoHash()));
        if (entry.memo().isPresent()) {
            json.writeStringField(
                    "salt", BookFile.HEX.formatHex(entry.memo().get().salt()));
            json.writeStringField("memo", entry.memo().get().text());
        }
        json.writeStringField("hash", BookFile.HEX.formatHex(entry.hash()));
        json.writeEndObject();
    }
}
