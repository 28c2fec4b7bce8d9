package coop.pools.integrations.groups.csv;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.PlainText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

class CsvRosterProperties {
    @Property(tries = 300)
    void whatAnyWriterWritesComesBack(@ForAll("people") List<Person> people, @ForAll("dialects") Dialect dialect) {
        CsvReading reading = new CsvRoster().read(dialect.write(people));

        assertThat(reading.skipped()).isEmpty();
        assertThat(reading.members()).hasSameSizeAs(people);
        for (int i = 0; i < people.size(); i++) {
            GroupMember member = reading.members().get(i);
            assertThat(member.name()).isEqualTo(PlainText.oneLine(people.get(i).name()));
            assertThat(member.email()).isEqualTo(Optional.of("p" + i + "@example.org"));
            assertThat(member.subject()).isEqualTo(Optional.of("m" + i));
        }
    }

    @Property(tries = 300)
    void everyFileIsReadOrRefused(@ForAll byte[] bytes) {
        try {
            assertThat(new CsvRoster().read(bytes).members()).hasSizeLessThanOrEqualTo(bytes.length);
        } catch (CsvUnreadable refused) {
            assertThat(refused).hasMessageContaining(" ");
        }
    }

    @Property(tries = 300)
    void everyTextIsReadOrRefused(@ForAll("scraps") List<String> scraps) {
        byte[] bytes = String.join("", scraps).getBytes(StandardCharsets.UTF_8);
        try {
            CsvReading reading = new CsvRoster().read(bytes);
            assertThat(reading.members()).noneMatch(member -> member.name().isBlank());
            assertThat(reading.skipped()).allMatch(note -> note.line() >= 1);
        } catch (CsvUnreadable refused) {
            assertThat(refused).hasMessageContaining(" ");
        }
    }

    @Provide
    Arbitrary<List<Person>> people() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("abcXYZ ,;|\t\"'=+-@\r\nöéß")
                .ofMinLength(1)
                .ofMaxLength(25)
                // Begins with a letter: "-" or "?" alone stands for nothing.
                .map(name -> "N" + name);
        return names.map(Person::new).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        Arbitrary<CSVFormat> formats = Arbitraries.of(
                CSVFormat.DEFAULT,
                CSVFormat.RFC4180,
                CSVFormat.EXCEL,
                CSVFormat.EXCEL.builder().setDelimiter(';').get(),
                CSVFormat.TDF,
                CSVFormat.DEFAULT.builder().setDelimiter('|').get(),
                CSVFormat.DEFAULT.builder().setQuoteMode(QuoteMode.ALL).get());
        Arbitrary<String> ends = Arbitraries.of("\r\n", "\n", "\r");
        Arbitrary<Charset> charsets = Arbitraries.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("windows-1252"));
        return Combinators.combine(formats, ends, charsets, Arbitraries.of(true, false))
                .as(Dialect::new);
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of(
                        "Name",
                        "Email",
                        "ana@example.org",
                        "Ana",
                        ",",
                        ";",
                        "\t",
                        "|",
                        "\"",
                        "\"\"",
                        "\n",
                        "\r",
                        "\r\n",
                        "sep=;\n",
                        " ",
                        "1E+9",
                        "user 5",
                        "ID",
                        "\uFEFF",
                        "=1+1",
                        "ü")
                .list()
                .ofMaxSize(60);
    }

    record Person(String name) {}

    record Dialect(CSVFormat format, String end, Charset charset, boolean bom) {
        byte[] write(List<Person> people) {
            StringBuilder text = new StringBuilder();
            boolean marked = charset != StandardCharsets.UTF_8 ? !charset.name().equals("windows-1252") : bom;
            text.append(marked ? "\uFEFF" : "");
            CSVFormat withEnd = format.builder().setRecordSeparator(end).get();
            try (CSVPrinter printer = new CSVPrinter(text, withEnd)) {
                printer.printRecord("Full name", "User ID", "Email");
                for (int i = 0; i < people.size(); i++) {
                    List<String> row =
                            new ArrayList<>(List.of(people.get(i).name(), "m" + i, "p" + i + "@example.org"));
                    printer.printRecord(row);
                }
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            return text.toString().getBytes(charset);
        }
    }
}
