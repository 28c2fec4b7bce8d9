package coop.pools.ledger.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import coop.pools.ledger.BookName;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The fields of one line of a book's file, taken out by name and kind; every refusal names the field. */
final class FileFields {
    private static final int MOST = 20;

    private final Map<String, Object> values = new HashMap<>();

    private FileFields() {}

    /** Reads the object that the parser stands at. */
    static FileFields read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("is not a JSON object");
        }
        FileFields fields = new FileFields();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (fields.values.size() == MOST) {
                throw new IllegalArgumentException("has more than " + MOST + " fields");
            }
            json.nextToken();
            fields.values.put(name, value(json, name));
        }
        return fields;
    }

    private static Object value(JsonParser json, String name) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case START_OBJECT -> read(json);
            default -> throw new IllegalArgumentException(name + " is of no kind that belongs here");
        };
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return take(name, String.class);
    }

    long number(String name) {
        return take(name, Long.class);
    }

    FileFields object(String name) {
        return take(name, FileFields.class);
    }

    int count(String name) {
        return read(name, "a small whole number", () -> Math.toIntExact(number(name)));
    }

    byte[] bytes(String name) {
        String text = text(name);
        return exactly(name, "lower-case hexadecimal", text, BookFile.HEX::parseHex, BookFile.HEX::formatHex);
    }

    UUID id(String name) {
        return exactly(name, "an id", text(name), UUID::fromString, UUID::toString);
    }

    Instant instant(String name) {
        return exactly(name, "a moment in UTC", text(name), Instant::parse, Instant::toString);
    }

    Currency currency(String name) {
        return read(name, "a currency", () -> Currency.getInstance(text(name)));
    }

    BookName.Kind kind(String name) {
        return read(
                name,
                "pool, flood or operator",
                () -> BookName.Kind.valueOf(text(name).toUpperCase(Locale.ROOT)));
    }

    /** One form for each value: what does not read back as it was written is refused. */
    private static <T> T exactly(
            String name, String expected, String text, Function<String, T> parse, Function<T, String> write) {
        T value = read(name, expected, () -> parse.apply(text));
        if (!write.apply(value).equals(text)) {
            throw new IllegalArgumentException(name + " is not " + expected);
        }
        return value;
    }

    private static <T> T read(String name, String expected, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(name + " is not " + expected, e);
        }
    }

    private <T> T take(String name, Class<T> kind) {
        Object value = values.remove(name);
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException(name + (value == null ? " is missing" : " is of another kind"));
        }
        return kind.cast(value);
    }

    /** Refuses what nobody asked for. */
    void mustBeUsedUp() {
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("holds unknown fields");
        }
    }
}
