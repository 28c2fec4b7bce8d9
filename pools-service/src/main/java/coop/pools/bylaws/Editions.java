package coop.pools.bylaws;

import coop.pools.bylaws.domain.BylawsRefusal;
import coop.pools.bylaws.domain.Edition;
import coop.pools.bylaws.domain.EditionId;
import coop.pools.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All published editions, superseded ones too; immutable. Made once, at the start. */
public final class Editions {
    /** The form of a Pool that nobody has filed anything for. */
    public static final String DEFAULT_FORM = "una";

    /** The form of a Flood. */
    public static final String COMPACT_FORM = "contract";

    /** The form of the Flood of all Pools. */
    public static final String COMMONS_FORM = "commons";

    private static final Pattern TEXT = Pattern.compile("(editions|compacts)/([a-z_]+)/(v[0-9]+)/[a-z]+\\.md");

    private final List<Edition> all;

    private Editions(List<Edition> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads them from the bylaws jar.
     *
     * @throws IllegalStateException when a file is missing or not as published
     */
    public static Editions load() {
        Map<String, String> files = PublishedFiles.read();
        List<Edition> editions = new ArrayList<>();
        files.forEach((path, text) -> {
            Matcher matcher = TEXT.matcher(path);
            if (matcher.matches()) {
                Edition.Kind kind = kind(matcher.group(1), matcher.group(2));
                String rules = files.get(path.substring(0, path.lastIndexOf('/')) + "/rules.yml");
                EditionId id = new EditionId(matcher.group(2), matcher.group(3));
                editions.add(new Edition(id, RuleSheetReader.read(kind, rules), text));
            }
        });
        return new Editions(editions);
    }

    private static Edition.Kind kind(String folder, String form) {
        if (!folder.equals("compacts")) {
            return Edition.Kind.AGREEMENT;
        }
        return form.equals(COMMONS_FORM) ? Edition.Kind.COMMONS : Edition.Kind.COMPACT;
    }

    /** In the order of publishing; never empty. */
    public List<Edition> all() {
        return all;
    }

    /** The forms that a Pool can take, each once, the default first. */
    public List<String> poolForms() {
        return all.stream()
                .filter(edition -> edition.kind() == Edition.Kind.AGREEMENT)
                .map(edition -> edition.id().form())
                .distinct()
                .toList();
    }

    /**
     * The newest agreement for a Pool of this form.
     *
     * @throws Refused {@link BylawsRefusal#UNKNOWN_FORM}
     */
    public Edition forPool(String form) {
        return newest(Edition.Kind.AGREEMENT, form);
    }

    /** The newest compact for a Flood. */
    public Edition forFlood() {
        return newest(Edition.Kind.COMPACT, COMPACT_FORM);
    }

    /** The newest text for the commons of all Pools. */
    public Edition forCommons() {
        return newest(Edition.Kind.COMMONS, COMMONS_FORM);
    }

    /** The edition that a body has adopted; throws {@link IllegalStateException} when it has been unpublished. */
    public Edition published(EditionId id) {
        return all.stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no longer published: " + id));
    }

    private Edition newest(Edition.Kind kind, String form) {
        return all.stream()
                .filter(edition -> edition.kind() == kind && edition.id().form().equals(form))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new Refused(
                        BylawsRefusal.UNKNOWN_FORM, Map.of("form", form, "forms", String.join(", ", poolForms()))));
    }
}
