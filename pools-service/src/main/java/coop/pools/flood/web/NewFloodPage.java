package coop.pools.flood.web;

import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.domain.Rules;
import coop.pools.bylaws.web.RuleFields;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the form for a new Flood shows.
 *
 * @param mine the visitor's Pools; empty: nothing can be founded yet
 * @param floods the active Floods of these; may be empty
 * @param others slugs of further Pools and addresses of further Floods, as typed
 * @param currencies those of the visitor's Pools, that of a ticked one first
 * @param currency the one chosen
 * @param funds where the money stays, as a rule of the compact to choose
 * @param rules others of its rules to choose
 * @param changed whether one of these was chosen otherwise than usual
 */
public record NewFloodPage(
        String name,
        String purpose,
        List<OwnPool> mine,
        List<OwnPool> floods,
        String others,
        List<CurrencyOption> currencies,
        String currency,
        RuleFields.Field funds,
        List<RuleFields.Field> rules,
        boolean changed) {
    /** What of a compact is asked when it is founded; numbers keep their own values until a vote changes them. */
    static final List<String> RULES = Stream.of(
                    RuleKey.FLOOD_FUNDS,
                    RuleKey.FLOOD_KEY,
                    RuleKey.FLOOD_SHORTFALL,
                    RuleKey.FLOOD_ADMIT,
                    RuleKey.FLOOD_STEWARDS,
                    RuleKey.FLOOD_FORM)
            .map(key -> RuleFields.PREFIX + key.word())
            .toList();

    static NewFloodPage of(List<MemberPool> mine, List<Flood> floods, FloodForm form, Rules compact) {
        List<OwnPool> own = mine.stream()
                .map(pool -> new OwnPool(
                        pool.slug(), pool.name(), pool.currency(), form.pools().contains(pool.slug())))
                .toList();
        List<OwnPool> ownFloods = floods.stream()
                .map(flood -> new OwnPool(
                        flood.slug(),
                        flood.name(),
                        flood.currency(),
                        form.floods().contains(flood.slug())))
                .toList();
        List<String> others = new ArrayList<>(without(form.pools(), own));
        without(form.floods(), ownFloods).forEach(slug -> others.add(FloodForm.FLOODS + slug));
        Set<String> currencies = new LinkedHashSet<>();
        Stream.concat(own.stream(), ownFloods.stream())
                .sorted(Comparator.comparing(pool -> !pool.ticked()))
                .forEach(pool -> currencies.add(pool.currency()));
        List<RuleFields.Field> fields = fields(compact, form);
        String chosen = currencies.contains(form.currency())
                ? form.currency()
                : currencies.stream().findFirst().orElse("");
        return new NewFloodPage(
                form.name(),
                form.purpose(),
                own,
                ownFloods,
                String.join(", ", others),
                currencies.stream().map(code -> new CurrencyOption(code, code)).toList(),
                chosen,
                fields.get(0),
                fields.subList(1, fields.size()),
                !fields.subList(1, fields.size())
                        .equals(fields(compact, FloodForm.empty(List.of(), List.of()))
                                .subList(1, fields.size())));
    }

    /** In the order of {@link #RULES}, each choice beginning with a capital. */
    private static List<RuleFields.Field> fields(Rules compact, FloodForm form) {
        List<RuleFields.Field> all = RuleFields.of(compact, form.rules());
        return RULES.stream()
                .flatMap(name -> all.stream().filter(field -> field.name().equals(name)))
                .map(field -> new RuleFields.Field(
                        field.name(),
                        field.label(),
                        field.value(),
                        field.hint(),
                        field.options().stream()
                                .map(option -> new RuleFields.Option(option.value(), capital(option.label())))
                                .toList()))
                .toList();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static List<String> without(List<String> slugs, List<OwnPool> own) {
        return slugs.stream()
                .filter(slug -> own.stream().noneMatch(pool -> pool.slug().equals(slug)))
                .toList();
    }

    /** One of the visitor's Pools or Floods. */
    public record OwnPool(String slug, String name, String currency, boolean ticked) {}

    /** A currency to choose. */
    public record CurrencyOption(String value, String label) {}
}
