package coop.pools.flood.web;

import coop.pools.flood.MemberPools.MemberPool;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the form for a new Flood shows.
 *
 * @param mine the visitor's Pools; empty: nothing can be founded yet
 * @param others slugs of further Pools, as typed
 * @param currencies those of the visitor's Pools, that of a ticked one first
 * @param currency the one chosen
 */
public record NewFloodPage(
        String name,
        String purpose,
        List<OwnPool> mine,
        String others,
        List<CurrencyOption> currencies,
        String currency) {

    static NewFloodPage of(List<MemberPool> mine, FloodForm form) {
        List<OwnPool> own = mine.stream()
                .map(pool -> new OwnPool(
                        pool.slug(), pool.name(), pool.currency(), form.pools().contains(pool.slug())))
                .toList();
        List<String> others = form.pools().stream()
                .filter(slug -> own.stream().noneMatch(pool -> pool.slug().equals(slug)))
                .toList();
        Set<String> currencies = new LinkedHashSet<>();
        own.stream()
                .sorted(Comparator.comparing(pool -> !pool.ticked()))
                .forEach(pool -> currencies.add(pool.currency()));
        String chosen = currencies.contains(form.currency())
                ? form.currency()
                : currencies.stream().findFirst().orElse("");
        return new NewFloodPage(
                form.name(),
                form.purpose(),
                own,
                String.join(", ", others),
                currencies.stream().map(code -> new CurrencyOption(code, code)).toList(),
                chosen);
    }

    /** One of the visitor's Pools. */
    public record OwnPool(String slug, String name, String currency, boolean ticked) {}

    /** A currency to choose. */
    public record CurrencyOption(String value, String label) {}
}
