package coop.pools.notify;

import coop.pools.identity.ReadPeople;
import coop.pools.integrations.mail.Letter;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Secrets;
import coop.pools.notify.MailStore.Line;
import coop.pools.notify.MailStore.Mail;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a mail out when it is about to be sent, with what is true then; in the sender's transaction. It says nothing
 * but what the page of messages says.
 */
public final class WriteLetter {
    static final Duration CODE_LIFE = Duration.ofHours(24);
    private static final int MOST_LINES = 50;
    private static final int LONGEST_SUBJECT = 90;

    private final AddressStore addresses;
    private final MailStore mail;
    private final ReadPeople people;
    private final Desk desk;
    private final Sender sender;

    public WriteLetter(AddressStore addresses, MailStore mail, ReadPeople people, Desk desk, Sender sender) {
        this.addresses = addresses;
        this.mail = mail;
        this.people = people;
        this.desk = desk;
        this.sender = sender;
    }

    /** Who writes. @param publicUrl where links lead */
    public record Sender(URI publicUrl, IdSource ids) {
        String link(String path) {
            return publicUrl.resolve(path).toString();
        }
    }

    /** The letter; empty when there is no one to write to, or nothing left to say. */
    Optional<Letter> write(Mail written, Instant now) {
        boolean confirms = "confirm".equals(written.kind());
        Optional<AddressStore.Address> to = addresses
                .find(written.personId())
                .filter(address -> address.verifiedAt().isPresent() != confirms);
        return confirms
                ? to.map(address -> confirmation(written, address.address(), now))
                : to.flatMap(address -> notices(written, address.address(), now));
    }

    private Letter confirmation(Mail written, String to, Instant now) {
        String secret = sender.ids().newSecret();
        addresses.setCode(written.personId(), Secrets.hash(secret), now.plus(CODE_LIFE));
        Map<String, Object> model = Map.of(
                "name",
                people.name(written.personId()),
                "link",
                sender.link("/mail/confirm/" + secret),
                "site",
                sender.publicUrl().getHost());
        return letter(written, to, desk.sentence("mail.subject.confirm", Map.of()), "confirm", model, now);
    }

    private Optional<Letter> notices(Mail written, String to, Instant now) {
        List<Line> lines = mail.lines(written.id(), MOST_LINES);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        long all = mail.countLines(written.id());
        boolean digest = "digest".equals(written.kind());
        ZoneId zone = ZoneId.of(addresses.zone(written.personId()).orElse("UTC"));
        String subject = all == 1
                ? shortened(desk.timesIn(zone, lines.get(0).text()))
                : desk.sentence("mail.subject.digest", Map.of("count", all));
        Map<String, Object> model = new HashMap<>();
        model.put("name", people.name(written.personId()));
        model.put("digest", digest);
        model.put("lines", lines.stream().map(line -> linked(line, zone)).toList());
        model.put("more", all - lines.size());
        model.put("messages", sender.link("/notices"));
        model.put("settings", sender.link("/me/mail"));
        model.put("off", off(written).toString());
        model.put("onlyOne", written.bodyId().isPresent());
        return Optional.of(letter(written, to, subject, "notices", model, now));
    }

    private Map<String, String> linked(Line line, ZoneId zone) {
        return Map.of("text", desk.timesIn(zone, line.text()), "url", sender.link(line.path()));
    }

    private Letter letter(
            Mail written, String to, String subject, String template, Map<String, Object> model, Instant now) {
        Desk.Parts parts = desk.parts(template, model);
        Optional<URI> off = "confirm".equals(written.kind()) ? Optional.empty() : Optional.of(off(written));
        return new Letter(messageId(written.id()), to, subject, parts.text(), parts.html(), off, now);
    }

    private String messageId(UUID id) {
        return id + "@" + sender.publicUrl().getHost();
    }

    private URI off(Mail written) {
        return sender.publicUrl().resolve("/mail/off/" + written.offSecret());
    }

    /** The first sentence, or as much of it as fits. */
    private static String shortened(String text) {
        int end = text.indexOf(". ");
        String first = end > 0 ? text.substring(0, end) : text;
        return first.length() <= LONGEST_SUBJECT ? first : first.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
