package coop.pools.integrations.payments;

import java.util.List;
import java.util.stream.Stream;

/**
 * The secrets that events are signed with, newest first; several of one kind while they roll. An endpoint without
 * secrets accepts nothing.
 *
 * @param platform for events about the platform's own account
 * @param connect for events about payees' accounts, and thin events
 */
public record EventSecrets(List<String> platform, List<String> connect) {
    public EventSecrets {
        platform = List.copyOf(platform);
        connect = List.copyOf(connect);
        if (Stream.concat(platform.stream(), connect.stream()).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a secret is blank");
        }
    }

    /** Two comma-separated lists, as they stand in the environment; blanks are skipped. */
    public static EventSecrets parse(String platform, String connect) {
        return new EventSecrets(list(platform), list(connect));
    }

    /** Those of one endpoint. */
    public List<String> of(boolean connectEndpoint) {
        return connectEndpoint ? connect : platform;
    }

    private static List<String> list(String commaSeparated) {
        return Stream.of(commaSeparated.split(","))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** Says how many there are and nothing more. */
    @Override
    public String toString() {
        return "EventSecrets[platform=" + platform.size() + ", connect=" + connect.size() + "]";
    }
}
