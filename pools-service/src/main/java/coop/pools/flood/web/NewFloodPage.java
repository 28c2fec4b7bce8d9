package coop.pools.flood.web;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
 */
public record NewFloodPage(
        String name,
        String purpose,
        List<OwnPool> mine,
        List<OwnPool> floods,
        String others,
        List<CurrencyOption> currencies,
        String currency) {

    static NewFloodPage of(List<MemberPool> mine, List<Flood> floods, FloodForm form) {
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
                chosen);
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
