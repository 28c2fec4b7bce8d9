package coop.pools.integrations.mail;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail to one person.
 *
 * @param messageId without angle brackets; the same each time the letter is sent
 * @param to the bare address
 * @param subject one line
 * @param text the plain part
 * @param html the other part, saying the same
 * @param unsubscribe where one POST ends such mail (RFC 8058); empty where there is nothing to end
 */
public record Letter(
        String messageId,
        String to,
        String subject,
        String text,
        String html,
        Optional<URI> unsubscribe,
        Instant writtenAt) {}
