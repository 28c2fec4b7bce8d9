package coop.pools.integrations.groups.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.GroupMember.Role;
import coop.pools.integrations.groups.csv.CsvReading.Column;
import coop.pools.integrations.groups.csv.CsvReading.LineNote;
import coop.pools.integrations.groups.csv.CsvReading.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRosterTest {
    @Test
    void plainFileIsRead() {
        CsvReading reading = read("Name,Email,Member ID\nAna,ana@example.org,7\nBen,ben@example.org,8\n");

        assertThat(reading.members())
                .extracting(GroupMember::name, GroupMember::email, GroupMember::subject)
                .containsExactly(
                        tuple("Ana", Optional.of("ana@example.org"), Optional.of("7")),
                        tuple("Ben", Optional.of("ben@example.org"), Optional.of("8")));
        assertThat(reading.skipped()).isEmpty();
        assertThat(reading.notes()).isEmpty();
        assertThat(reading.dialect().delimiter()).isEqualTo(",");
        assertThat(reading.dialect().encoding()).isEqualTo("UTF-8");
        assertThat(reading.dialect().columns())
                .containsEntry(Column.NAME, "Name")
                .containsEntry(Column.EMAIL, "Email")
                .containsEntry(Column.ID, "Member ID");
    }

    @Test
    void meetupsOwnExportIsRead() {
        CsvReading reading = read("Name\tUser ID\tTitle\tJoined Group on\tIntro\n"
                + "Ana L.\tuser 12345\tOrganizer\tJuly 22, 2013\tHello, I am \"Ana\"\n"
                + "Ben\tuser 12346\tCo-Organizer\t2024-02-03\t\n"
                + "Chi\tuser 12347\t\t03/04/2025\t\n");

        assertThat(reading.members())
                .extracting(GroupMember::subject, GroupMember::role, GroupMember::joinedAt)
                .containsExactly(
                        tuple(Optional.of("12345"), Role.ORGANISER, Optional.of(Instant.parse("2013-07-22T00:00:00Z"))),
                        tuple(
                                Optional.of("12346"),
                                Role.CO_ORGANISER,
                                Optional.of(Instant.parse("2024-02-03T00:00:00Z"))),
                        tuple(Optional.of("12347"), Role.MEMBER, Optional.empty()));
        assertThat(reading.notes())
                .extracting(LineNote::line, LineNote::reason)
                .containsExactly(tuple(4, Reason.DATE_UNCLEAR));
        assertThat(reading.dialect().delimiter()).isEqualTo("\t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Full name;E-mail address\nAna Lopez;ana@example.org",
                "First name;Last name;Email\nAna;Lopez;ana@example.org",
                "Vorname;Name;E-Mail-Adresse\nAna;Lopez;ana@example.org",
                "Nachname;Vorname;Mail\nLopez;Ana;ana@example.org",
                "Prénom;Nom;Adresse électronique\nAna;Lopez;ana@example.org",
                "Nom complet;Courriel\nAna Lopez;ana@example.org",
                "Nombre;Apellidos;Correo electrónico\nAna;Lopez;ana@example.org",
                "Nombre y apellidos;Correo\nAna Lopez;ana@example.org",
                "Display name|E-mail\nAna Lopez|ana@example.org",
                "Member name\tE-MAIL\nAna Lopez\tmailto:ana@example.org",
                "\"Name\",\"E-mail 1 - Value\"\n\"Ana Lopez\",\"Ana <ana@example.org>\"",
                "First name;Name;Email\nAna;Ana Lopez;ana@example.org",
                "sep=;\r\nName;Email\r\nAna Lopez;ana@example.org",
                "\"sep=,\"\nName,Email\nAna Lopez,ana@example.org",
                "Ana Lopez;ana@example.org;2024-01-02",
                "2024-01-02\tana@example.org\tAna Lopez"
            })
    void columnsAreFoundHoweverTheyAreCalled(String file) {
        assertThat(read(file).members())
                .extracting(GroupMember::name, GroupMember::email)
                .containsExactly(tuple("Ana Lopez", Optional.of("ana@example.org")));
    }

    @Test
    void whatIsSkippedIsToldByPhysicalLine() {
        CsvReading reading = read(
                "Name,Email,ID\r\n" // 1
                        + "\"Ana\r\nLopez\",ana@example.org,1\r\n" // 2 and 3
                        + "\r\n" // 4
                        + ",,9\r\n" // 5
                        + "Ben,ANA@example.org,2\r\n" // 6
                        + "Chi,chi@example.org,1\r\n" // 7
                        + "Name,Email,ID\r\n" // 8
                        + "Dee,dee at example,4\r\n" // 9
                        + ",eli@example.org,5\r\n" // 10
                        + "Fay,,1.23457E+08\r\n" // 11
                        + ",not an address,"); // 12

        assertThat(reading.skipped())
                .extracting(LineNote::line, LineNote::reason)
                .containsExactly(
                        tuple(5, Reason.NO_NAME_OR_EMAIL),
                        tuple(6, Reason.SAME_EMAIL),
                        tuple(7, Reason.SAME_ID),
                        tuple(8, Reason.REPEATED_HEADER),
                        tuple(12, Reason.NO_NAME_OR_EMAIL));
        assertThat(reading.skipped().get(1).text()).contains("line 2");
        assertThat(reading.notes())
                .extracting(LineNote::line, LineNote::reason)
                .containsExactly(tuple(9, Reason.EMAIL_UNUSABLE), tuple(11, Reason.ID_UNUSABLE));
        assertThat(reading.members())
                .extracting(GroupMember::name)
                .containsExactly("Ana Lopez", "Dee", "Member 5", "Fay");
    }

    @Test
    void lineAfterSepIsTheSecond() {
        CsvReading reading = read("sep=;\nName;Email\n;\n-;-\nAna;\n");

        assertThat(reading.skipped()).extracting(LineNote::line).containsExactly(4);
        assertThat(reading.members()).extracting(GroupMember::name).containsExactly("Ana");
    }

    @Test
    void linesEndInAnyWay() {
        CsvReading reading = read("Name,Email\rAna,ana@example.org\r\rBen,oops\nChi,chi@example.org\r\nDee,oops");

        assertThat(reading.members()).hasSize(4);
        assertThat(reading.notes()).extracting(LineNote::line).containsExactly(4, 6);
    }

    @Test
    void peopleMayShareAName() {
        assertThat(read("Name,Email\nAna,\nAna,\n").members()).hasSize(2);
    }

    @Test
    void formulasStayText() {
        assertThat(read("Name,Email\n\"=cmd|' /C calc'!A0\",x@example.org\n+Ana,\n")
                        .members())
                .extracting(GroupMember::name)
                .containsExactly("=cmd|' /C calc'!A0", "+Ana");
    }

    @Test
    void namesKeepNoControlsAndNoTurnedWriting() {
        String turned = "A" + (char) 0x202E + "na" + (char) 0x2069;
        assertThat(read("Name,Email\n\"" + turned + "\t\n Lopez\",\n").members())
                .extracting(GroupMember::name)
                .containsExactly("Ana Lopez");
    }

    @Test
    void headerBreaksInAddressesAreNotAddresses() {
        CsvReading reading = read("Name,Email\nAna,\"ana@example.org\nBcc: all@example.org\"\n");

        assertThat(reading.members()).extracting(GroupMember::email).containsExactly(Optional.empty());
        assertThat(reading.notes()).extracting(LineNote::reason).containsExactly(Reason.EMAIL_UNUSABLE);
    }

    @Test
    void encodingsAreFoundOut() {
        String file = "Name;Email\nZoë Müller;zoe@example.org\n";

        assertEncoding(file.getBytes(StandardCharsets.UTF_8), "UTF-8");
        assertEncoding(("\uFEFF" + file).getBytes(StandardCharsets.UTF_8), "UTF-8");
        assertEncoding(("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE), "UTF-16LE");
        assertEncoding(("\uFEFF" + file).getBytes(StandardCharsets.UTF_16BE), "UTF-16BE");
        assertEncoding(file.getBytes(StandardCharsets.ISO_8859_1), "windows-1252");
    }

    @Test
    void rowsOfOtherWidthsAreRead() {
        assertThat(read("Name,Email,ID\nAna\nBen,ben@example.org,2,more,and more\n")
                        .members())
                .extracting(GroupMember::name, GroupMember::subject)
                .containsExactly(tuple("Ana", Optional.empty()), tuple("Ben", Optional.of("2")));
    }

    @Test
    void headerAloneIsAnEmptyGroup() {
        assertThat(read("Name,Email\n").members()).isEmpty();
    }

    private static void assertEncoding(byte[] bytes, String encoding) {
        CsvReading reading = new CsvRoster().read(bytes);
        assertThat(reading.members()).extracting(GroupMember::name).containsExactly("Zoë Müller");
        assertThat(reading.dialect().encoding()).isEqualTo(encoding);
    }

    private static CsvReading read(String file) {
        return new CsvRoster().read(file.getBytes(StandardCharsets.UTF_8));
    }
}
