package coop.pools.platform.db;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JDBC address. H2's gets the settings that Pools needs, where they are missing: PostgreSQL's names and null order,
 * and room for the statements that it has parsed.
 */
public record DatabaseUrl(String jdbc) {
    private static final Pattern OPENED_ELSEWHERE = Pattern.compile("jdbc:h2:(tcp|ssl):");
    private static final Map<String, String> H2_SETTINGS = new LinkedHashMap<>();

    static {
        H2_SETTINGS.put("MODE", "PostgreSQL");
        H2_SETTINGS.put("DATABASE_TO_LOWER", "TRUE");
        H2_SETTINGS.put("DEFAULT_NULL_ORDERING", "HIGH");
        // It keeps 8 parsed statements for each connection otherwise, and parsing costs more than most of them.
        H2_SETTINGS.put("QUERY_CACHE_SIZE", "64");
    }

    public static DatabaseUrl of(String configured) {
        if (!configured.startsWith("jdbc:h2:")) {
            return new DatabaseUrl(configured);
        }
        StringBuilder url = new StringBuilder(configured);
        String upper = configured.toUpperCase(Locale.ROOT);
        H2_SETTINGS.forEach((setting, chosen) -> {
            if (!upper.contains(";" + setting + "=")) {
                url.append(';').append(setting).append('=').append(chosen);
            }
        });
        return new DatabaseUrl(url.toString());
    }

    public boolean isH2() {
        return jdbc.startsWith("jdbc:h2:");
    }

    /** Whether it is H2 in a file, which has to be synced. */
    public boolean isH2File() {
        return isH2() && !jdbc.startsWith("jdbc:h2:mem:");
    }

    /** The file of an H2 database that this process opens itself, in H2's own way to name files. */
    Optional<String> h2File() {
        if (!isH2File() || OPENED_ELSEWHERE.matcher(jdbc).lookingAt()) {
            return Optional.empty();
        }
        String name = jdbc.substring("jdbc:h2:".length());
        int settings = name.indexOf(';');
        return Optional.of((settings < 0 ? name : name.substring(0, settings)) + ".mv.db");
    }

    /** The folder of migrations that this database needs besides the common one. */
    public String vendorFolder() {
        return isH2() ? "db/h2" : "db/postgresql";
    }
}
