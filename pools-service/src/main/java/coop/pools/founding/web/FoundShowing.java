package coop.pools.founding.web;

import coop.pools.bylaws.domain.BylawsRefusal;
import coop.pools.bylaws.domain.Edition;
import coop.pools.bylaws.web.RuleFields;
import coop.pools.bylaws.web.RulesInShort;
import coop.pools.founding.FoundingRefusal;
import coop.pools.founding.FoundingTerms;
import coop.pools.founding.Wish;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.kernel.Refused;
import coop.pools.membership.CsvUploadStore.Note;
import coop.pools.membership.ReadGroups;
import coop.pools.membership.domain.RosterRow;
import coop.pools.membership.web.GroupLinks;
import coop.pools.platform.web.Sentences;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes what the page before the one click shows. */
public final class FoundShowing {
    private final FoundingTerms terms;
    private final Sentences sentences;

    public FoundShowing(FoundingTerms terms, Sentences sentences) {
        this.terms = terms;
        this.sentences = sentences;
    }

    /** @throws Refused UNKNOWN_FORM */
    Edition edition(String form) {
        Wish wish = new Wish("", "", Optional.empty(), Optional.empty(), Optional.of(form), Optional.empty(), Map.of());
        return terms.of(wish, "").edition();
    }

    /** The refusal at the field of the form that it is about. */
    static Refused atField(Refused refused) {
        Map<String, Object> facts = new HashMap<>(refused.facts());
        if (refused.code() == FoundingRefusal.UNSUPPORTED_CURRENCY) {
            facts.put("field", "currency");
        } else if (refused.code() == BylawsRefusal.UNKNOWN_FORM) {
            facts.put("field", "legalForm");
        }
        return new Refused(refused.code(), facts);
    }

    /** @param typed the form as it was sent; empty the first time */
    FoundModel model(ReadGroups.Preview preview, Map<String, String> typed) {
        GroupRef group = preview.group();
        String first = terms.forms().get(0);
        String form = terms.forms().contains(typed.get("legalForm")) ? typed.get("legalForm") : first;
        Edition edition = edition(form);
        return new FoundModel(
                GroupLinks.path(group.source(), group.id()),
                GroupLinks.label(group.source()),
                group.name(),
                preview.total(),
                preview.first().stream().map(Person::of).toList(),
                preview.columns(),
                lines(preview.notes(), true),
                lines(preview.notes(), false),
                typed.getOrDefault("name", group.name()),
                terms.currencies().stream().map(FoundShowing::currency).toList(),
                typed.getOrDefault("currency", ""),
                terms.forms().stream().map(this::form).toList(),
                form,
                RuleFields.of(edition, typed),
                typed.keySet().stream().anyMatch(field -> field.startsWith(RuleFields.PREFIX)),
                RulesInShort.sentences(edition.defaults()));
    }

    private static List<Line> lines(List<Note> notes, boolean skipped) {
        return notes.stream()
                .filter(note -> note.skipped() == skipped)
                .map(note -> new Line(note.line(), note.text()))
                .toList();
    }

    private static Option currency(Currency currency) {
        String code = currency.getCurrencyCode();
        return new Option(code, code + ", " + currency.getDisplayName(Locale.ENGLISH), "");
    }

    private Option form(String form) {
        return new Option(
                form,
                sentences.filled("bylaws.form." + form, form, Map.of()),
                sentences.filled("bylaws.form." + form + ".hint", "", Map.of()));
    }

    /**
     * What the page shows.
     *
     * @param here the page's own address
     * @param people the first of the roster
     * @param columns of a file: which was read as what; empty for other sources
     * @param skipped lines of a file that are left out
     * @param notes lines that are kept although something in them could not be used
     * @param form the chosen legal form
     * @param changed whether the form came back, so that its rules are shown
     * @param inShort what the rules come to, as the edition proposes them
     */
    public record FoundModel(
            String here,
            String source,
            String groupName,
            int total,
            List<Person> people,
            String columns,
            List<Line> skipped,
            List<Line> notes,
            String name,
            List<Option> currencies,
            String currency,
            List<Option> forms,
            String form,
            List<RuleFields.Field> rules,
            boolean changed,
            List<String> inShort) {}

    /** Somebody of the roster. @param note role and address, as far as there are any */
    public record Person(String name, String note) {
        static Person of(RosterRow row) {
            String role = row.role().equals("member") ? "" : row.role();
            String email = row.email().orElse("");
            return new Person(row.name(), role.isEmpty() || email.isEmpty() ? role + email : role + ", " + email);
        }
    }

    /** Something about a line of a file. */
    public record Line(int number, String text) {}

    /** Something to choose. */
    public record Option(String value, String label, String hint) {}
}
