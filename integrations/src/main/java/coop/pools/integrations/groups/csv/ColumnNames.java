package coop.pools.integrations.groups.csv;

import coop.pools.integrations.groups.csv.CsvReading.Column;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people's exports call their columns, in English, German, French, Spanish, Italian, Dutch and Portuguese.
 * Compared without case, accents, spaces and punctuation.
 */
final class ColumnNames {
    private static final Map<String, Column> KNOWN = new HashMap<>();

    static {
        add(
                Column.ID,
                "id, user id, member id, meetup id, meetup user id, meetup member id, external id, subject, account id",
                "member number, membership number, membership id, member no, membership no",
                "Mitgliedsnummer, Mitglieds-ID, Mitglieds-Nr, Benutzer-ID, Nutzer-ID, Mitglied Nr",
                "identifiant, ID membre, ID utilisateur, numéro d'adhérent, numéro de membre, n° adhérent",
                "ID de usuario, ID de miembro, ID de socio, número de socio, nº de socio, número de miembro",
                "ID utente, ID membro, numero tessera, lidnummer, gebruikers-ID, número de sócio");
        add(
                Column.NAME,
                "name, full name, display name, member name, name of member, member, nickname, username, user name",
                "Vollständiger Name, Voller Name, Anzeigename, Mitglied, Mitgliedsname, Benutzername, Vor- und Nachname",
                "Name Vorname, nom, nom complet, nom et prénom, prénom et nom, nom prénom, prénom nom, nom du membre",
                "nom affiché, pseudo, nombre, nombre completo, nombre y apellidos, nombre y apellido, nombre del miembro",
                "nome, nome completo, nome e cognome, naam, volledige naam, weergavenaam");
        add(
                Column.FIRST_NAME,
                "first name, given name, given names, forename, first, Vorname, Vornamen, Rufname",
                "prénom, prénoms, nombre de pila, nombres, primer nombre, nome próprio, voornaam");
        add(
                Column.LAST_NAME,
                "last name, surname, family name, last, Nachname, Familienname, Zuname, nom de famille",
                "apellido, apellidos, primer apellido, cognome, achternaam, apelido, sobrenome");
        add(
                Column.EMAIL,
                "email, e-mail address, mail, mail address, email addresses, primary email, contact email, your email",
                "e-mail 1 - value, member email, user email, E-Mail-Adresse, Mailadresse, E-Mail Anschrift",
                "adresse e-mail, adresse mail, adresse électronique, adresse de messagerie, courriel, adresse courriel",
                "correo, correo electrónico, dirección de correo, dirección de correo electrónico, dirección de email",
                "indirizzo e-mail, posta elettronica, e-mailadres, endereço de e-mail");
        add(
                Column.ROLE,
                "role, title, position, group role, member role, Rolle, Funktion, Titel, Amt",
                "rôle, fonction, titre, rol, cargo, puesto, función, ruolo, functie, função");
        add(
                Column.JOINED,
                "joined group on, joined, joined on, joined at, join date, join time, date joined, member since",
                "registration date, Beitrittsdatum, Beitritt, beigetreten am, Mitglied seit, Eintrittsdatum, Eintritt",
                "date d'adhésion, adhésion, membre depuis, date d'inscription, inscrit le",
                "fecha de alta, fecha de ingreso, miembro desde, socio desde, alta, iscritto dal, lid sinds, membro desde");
    }

    private ColumnNames() {}

    static Optional<Column> known(String heading) {
        return Optional.ofNullable(KNOWN.get(plain(heading)));
    }

    /** In "Vorname, Name" and its like, the general word for a name means the last name; in Spanish the first. */
    static Column besidesOtherName(String heading) {
        String plain = plain(heading);
        return plain.equals("nombre") || plain.equals("nome") ? Column.FIRST_NAME : Column.LAST_NAME;
    }

    /** Whether a heading is a word that means the whole name or a part of it, depending on its neighbours. */
    static boolean isAmbiguous(String heading) {
        String plain = plain(heading);
        return plain.equals("name")
                || plain.equals("nom")
                || plain.equals("nombre")
                || plain.equals("nome")
                || plain.equals("naam");
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static void add(Column column, String... lists) {
        for (String list : lists) {
            for (String heading : list.split(", ")) {
                KNOWN.putIfAbsent(plain(heading), column);
            }
        }
    }
}
